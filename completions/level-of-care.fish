# fish completion for level-of-care. The program knows what could stand next; this only asks it. It prints a word on each
# line, after a tab what it means, and `:files` where a file could be named. The sign before the current word keeps an
# empty one from getting lost.
function __level_of_care
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    for line in ($before[1] completion -- "=$current" $before[2..-1] 2>/dev/null)
        if test "$line" = ':files'
            __fish_complete_path "$current"
        else
            printf '%s\n' $line
        end
    end
end
complete -c level-of-care -f -a '(__level_of_care)'
