namespace Yonder.Drivers.Posix;

/// <summary>The scripts of <see cref="ShellFiles"/>, for any POSIX sh with the tools of coreutils or busybox. Paths come as arguments for <c>printf %b</c>.</summary>
internal static class ShellScripts
{
    public const string Stat = Prelude +
        """
        follow=$2
        if [ "$follow" = 1 ]; then set -- -L; else set --; fi
        out=$(stat "$@" -c '%f %s %Y' -- "$p" 2>&1) || why "$out"
        printf '%s\n' "$out"
        [ "$follow" = 1 ] || [ ! -L "$p" ] || readlink -n -- "$p"
        """;

    // The targets of all links first, then the entries: a name cannot hold a slash, so slashes part the fields.
    public const string List = Prelude +
        """
        out=$(stat -L -c %f -- "$p" 2>&1) || why "$out"
        [ -d "$p" ] || exit 62
        cd "$p" 2> /dev/null && [ -r . ] || exit 66
        find . ! -name . -prune -type l -exec sh -c 'for l; do printf "%s/" "$l"; readlink -n -- "$l"; printf "\0"; done' sh {} +
        printf '\0'
        find . ! -name . -prune -exec stat -c '%f %s %Y/%n/' -- {} +
        """;

    // The file is open when the first byte comes back; what is written after that cannot replace it under the reader.
    public const string Read = Prelude +
        """
        out=$(stat -L -c %f -- "$p" 2>&1) || why "$out"
        [ ! -d "$p" ] || exit 63
        [ -f "$p" ] || exit 65
        [ -r "$p" ] || exit 66
        exec 3< "$p"
        printf .
        # Moves the shared position without reading, which head and tail do not promise.
        [ "$2" = 0 ] || dd bs=1 skip="$2" count=0 <&3 > /dev/null 2>&1
        if [ -n "$3" ]; then exec head -c "$3" <&3; else exec cat <&3; fi
        """;

    // Reads lines "block count", each followed by that many bytes, and renames only after "commit": an input that just ends leaves the old file.
    public const string Write = Prelude +
        """
        mode=$2 parents=$3 links=0
        while [ -L "$p" ]; do
            links=$((links + 1))
            [ $links -le 40 ] || exit 65
            t=$(readlink -n -- "$p" && echo _) && t=${t%_}
            case $t in *"$nl") t=${t%"$nl"}_; t=${t%_} ;; esac
            case $t in /*) p=$t ;; *) p=${p%/*}/$t ;; esac
        done
        dir=${p%/*}
        [ -n "$dir" ] || dir=/
        if [ "$parents" = 1 ]; then run mkdir -p -- "$dir"; else out=$(stat -L -c %f -- "$dir" 2>&1) || why "$out"; [ -d "$dir" ] || exit 62; fi
        [ ! -d "$p" ] || exit 63
        tmp=$dir/$4
        umask 077
        out=$( { : > "$tmp"; } 2>&1) || why "$out"
        fail() { rm -f -- "$tmp"; why "$1"; }
        while read -r size count; do
            [ "$size" != commit ] || break
            out=$(dd bs="$size" count="$count" iflag=fullblock 2>&1 >> "$tmp") || fail "$out"
        done
        [ "$size" = commit ] || { rm -f -- "$tmp"; exit 68; }
        if [ -e "$p" ]; then
            chown "$(stat -c %u:%g -- "$p")" "$tmp" 2> /dev/null
            [ -n "$mode" ] || mode=$(stat -c %a -- "$p")
        fi
        out=$(chmod "${mode:-644}" "$tmp" 2>&1) || fail "$out"
        out=$(mv -f -- "$tmp" "$p" 2>&1) || fail "$out"
        """;

    public const string MakeDirectory = Prelude + "run mkdir -p -- \"$p\"";

    public const string Move = Prelude +
        """
        t=$(printf '%b_' "$2"); t=${t%_}
        [ -L "$p" ] || { out=$(stat -c %f -- "$p" 2>&1) || why "$out"; }
        if [ -L "$t" ]; then
            run mv -fT -- "$p" "$t"
        else
            [ ! -d "$t" ] || exit 63
            run mv -f -- "$p" "$t"
        fi
        """;

    // A path deeper than the longest that the kernel takes is more than some rm can do: then its bottom is lifted, level by level.
    public const string Delete = Prelude +
        """
        [ -L "$p" ] || { out=$(stat -c %f -- "$p" 2>&1) || why "$out"; }
        if [ -L "$p" ] || [ ! -d "$p" ]; then run rm -f -- "$p"; exit 0; fi
        if [ "$2" != 1 ]; then run rmdir -- "$p"; exit 0; fi
        n=0
        until out=$(rm -rf -- "$p" 2>&1); do
            case $out in *'name too long'*) ;; *) why "$out" ;; esac
            lifted=
            for a in "$p"/* "$p"/.[!.]* "$p"/..?*; do
                [ -d "$a" ] && [ ! -L "$a" ] || continue
                for b in "$a"/* "$a"/.[!.]* "$a"/..?*; do
                    [ -d "$b" ] && [ ! -L "$b" ] || continue
                    n=$((n + 1))
                    mv -- "$b" "$p/$3-$n" 2> /dev/null && lifted=1
                done
            done
            [ -n "$lifted" ] || why "$out"
        done
        """;

    // The tools' words are told apart by what all of them share, in the C locale.
    private const string Prelude =
        """
        LC_ALL=C
        export LC_ALL
        nl='
        '
        why() {
            case $1 in
            *'No such file'* | *nonexistent*) exit 61 ;;
            *'Not a directory'* | *'File exists'*) exit 62 ;;
            *'Is a directory'*) exit 63 ;;
            *'not empty'*) exit 64 ;;
            *'ymbolic link'* | *'nvalid argument'* | *'name too long'* | *'subdirectory of itself'*) exit 65 ;;
            *'ermission denied'* | *'not permitted'* | *'Read-only file system'*) exit 66 ;;
            *'No space left'* | *uota*) exit 67 ;;
            esac
            printf '%s' "$1" >&2
            exit 69
        }
        run() { out=$("$@" 2>&1) || why "$out"; }
        p=$(printf '%b_' "$1"); p=${p%_}

        """;
}
