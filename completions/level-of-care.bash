# bash completion for level-of-care. The program knows what could stand next; this only asks it. It prints a word on each
# line, after a tab what it means, and `:files` where a file could be named. The sign before the current word keeps an
# empty one from getting lost.
_level_of_care() {
  local IFS=$'\n' current=${COMP_WORDS[COMP_CWORD]} word about
  COMPREPLY=()
  while IFS=$'\t' read -r word about; do
    if [ "$word" = ':files' ]; then
      compopt -o filenames 2>/dev/null
      COMPREPLY+=($(compgen -f -- "$current"))
    else
      COMPREPLY+=("$word")
    fi
  done < <("$1" completion -- "=$current" "${COMP_WORDS[@]:1:COMP_CWORD-1}" 2>/dev/null)
}
complete -F _level_of_care level-of-care
