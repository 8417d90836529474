# PowerShell completion for level-of-care. The program knows what could stand next; this only asks it. It prints a word on
# each line, after a tab what it means, and `:files` where a file could be named. The sign before the current word keeps an
# empty one from getting lost.
Register-ArgumentCompleter -Native -CommandName 'level-of-care' -ScriptBlock {
  param($current, $line, $cursor)
  $before = @($line.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { $_.Extent.Text })
  foreach ($found in (& level-of-care completion '--' "=$current" @before 2>$null)) {
    if ($found -eq ':files') {
      [System.Management.Automation.CompletionCompleters]::CompleteFilename($current)
    } else {
      $word, $about = $found -split "`t", 2
      if (-not $about) { $about = $word }
      [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $about)
    }
  }
}
