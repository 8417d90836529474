#compdef level-of-care
# zsh completion for level-of-care. The program knows what could stand next; this only asks it. It prints a word on each
# line, after a tab what it means, and `:files` where a file could be named. The sign before the current word keeps an
# empty one from getting lost.
_level_of_care() {
  local -a known
  local word about files=
  while IFS=$'\t' read -r word about; do
    if [[ $word == ':files' ]]; then
      files=1
    else
      known+=("$word${about:+:$about}")
    fi
  done < <("$words[1]" completion -- "=$words[CURRENT]" "${(@)words[2,CURRENT-1]}" 2>/dev/null)
  (( $#known )) && _describe -t words 'level-of-care' known
  [[ -n $files ]] && _files
  return 0
}
if [[ $funcstack[1] == _level?of?care ]]; then
  _level_of_care "$@"
else
  compdef _level_of_care level-of-care
fi
