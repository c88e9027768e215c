namespace Yonder.Drivers.Posix;

/// <summary>
/// The shell scripts behind <see cref="PosixFiles"/>: plain sh with what busybox has. Paths come as escaped arguments and
/// are always absolute, so none is taken for an option. 91 to 96 are the exit codes of <see cref="PosixErrors"/>.
/// </summary>
internal static class PosixScripts
{
    /// <summary>Turns arguments back into bytes; the x keeps line ends at the end of a name, which $(…) would drop.</summary>
    private const string Prelude = """
        LC_ALL=C; export LC_ALL
        unescape() { printf '%b' "$1"; printf x; }
        path=$(unescape "$1"); path=${path%x}

        """;

    /// <summary>Follows links by hand to the file that a write replaces, which need not exist.</summary>
    private const string Resolve = """
        resolve() {
            links=0
            while [ -L "$path" ]; do
                links=$((links + 1)); [ $links -le 40 ] || exit 96
                link=$(readlink "$path"; printf x); link=${link%?x}
                case $link in
                    /*) path=$link ;;
                    *) path=${path%/*}/$link ;;
                esac
            done
        }

        """;

    /// <summary>$2 is 'follow' or 'link', $3 the record mark.</summary>
    public const string Stat = Prelude + """
        flag=; [ "$2" = link ] || flag=-L
        if [ "$2" = follow ] && [ ! -e "$path" ] && [ -L "$path" ]; then exit 91; fi
        stat $flag -c "$3 %f %s %Y" "$path" || exit
        if [ "$2" = link ] && [ -L "$path" ]; then printf '%s>' "$3"; readlink "$path"; fi
        """;

    /// <summary>$2 is the record mark. Entries that vanish meanwhile are left out.</summary>
    public const string List = Prelude + """
        if [ -e "$path" ] && [ ! -d "$path" ]; then exit 93; fi
        ls -a "$path/" > /dev/null && cd -P "$path" || exit
        printf '%s' "$2"
        find . ! -name . -prune -exec stat -c "$2 %f %s %Y %n" {} + 2> /dev/null
        find . ! -name . -prune -type l -exec sh -c 'for link do printf "%s>%s%s=" "$0" "$link" "$0"; readlink "$link"; done' "$2" {} + 2> /dev/null
        exit 0
        """;

    /// <summary>$2 and $3: whole blocks and single bytes to skip; $4: bytes to read, or nothing. Prints a dot once the file is open.</summary>
    public const string Read = Prelude + Resolve + """
        (resolve) || exit
        if [ -d "$path" ]; then exit 92; fi
        if [ -e "$path" ] && [ ! -f "$path" ]; then exit 94; fi
        exec < "$path" || exit
        printf .
        if [ "$2" != 0 ]; then dd bs=65536 skip="$2" count=0 2> /dev/null; fi
        if [ "$3" != 0 ]; then dd bs="$3" count=1 of=/dev/null 2> /dev/null; fi
        if [ -n "$4" ]; then exec head -c "$4"; fi
        exec cat
        """;

    /// <summary>$2 is the temporary name, $3 'parents' or nothing. Prints size, mode of the file that is there or 0, and the file's path.</summary>
    public const string Receive = Prelude + Resolve + """
        resolve
        if [ -d "$path" ]; then exit 92; fi
        directory=${path%/*}; directory=${directory:-/}
        if [ -e "$directory" ] && [ ! -d "$directory" ]; then exit 93; fi
        if [ -n "$3" ] && [ ! -d "$directory" ]; then
            mkdir -p "$directory" || { [ -d "$directory" ] || exit; }
        fi
        temporary=${directory%/}/$2
        if ! cat > "$temporary"; then rm -f "$temporary"; exit 1; fi
        mode=0; [ ! -e "$path" ] || mode=$(stat -c %a "$path") || exit
        printf '%s %s %s' "$(stat -c %s "$temporary")" "$mode" "$path"
        """;

    /// <summary>$1 is the file, $2 the temporary name beside it, $3 the mode.</summary>
    public const string Commit = Prelude + """
        directory=${path%/*}; temporary=${directory%/}/$2
        chmod "$3" "$temporary" && dd if=/dev/null of="$temporary" conv=notrunc,fsync 2> /dev/null && mv -f "$temporary" "$path" && exit
        status=$?; rm -f "$temporary"; exit $status
        """;

    /// <summary>$1 is the file, $2 the temporary name beside it.</summary>
    public const string Discard = Prelude + Resolve + """
        resolve
        directory=${path%/*}; rm -f "${directory%/}/$2"
        """;

    public const string MakeDirectory = Prelude + """
        [ ! -d "$path" ] || exit 0
        [ ! -e "$path" ] || exit 93
        mkdir -p "$path" || {
            status=$?
            parent=$path
            while [ -n "$parent" ]; do
                if [ -e "$parent" ] && [ ! -d "$parent" ]; then exit 93; fi
                parent=${parent%/*}
            done
            exit $status
        }
        """;

    /// <summary>$2 is the target.</summary>
    public const string Move = Prelude + """
        target=$(unescape "$2"); target=${target%x}
        [ -e "$path" ] || [ -L "$path" ] || exit 91
        if [ -d "$target" ] && [ ! -L "$target" ]; then exit 92; fi
        parent=${target%/*}; [ -d "${parent:-/}" ] || exit 91
        mv -f "$path" "$target"
        """;

    /// <summary>$2 is 'recursive' or nothing.</summary>
    public const string Delete = Prelude + """
        [ -e "$path" ] || [ -L "$path" ] || { (cd -- "${path%/*}/") || exit; exit 91; }
        if [ -n "$2" ]; then exec rm -rf "$path"; fi
        if [ -d "$path" ] && [ ! -L "$path" ]; then exec rmdir "$path"; fi
        exec rm -f "$path"
        """;
}
