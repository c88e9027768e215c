namespace Yonder.Gateway.Features.Containers.Exec;

/// <summary>What the shell comforts are: a file of our own beside the user's, hooked into their shells' own with one line. Nothing is downloaded.</summary>
internal static class ShellScripts
{
    /// <summary>Prints the login shell, and whether the comforts are there.</summary>
    public const string Status = """
        shell=${SHELL:-}
        [ -n "$shell" ] || shell=$( (getent passwd "$(id -u)" 2>/dev/null || grep "^[^:]*:[^:]*:$(id -u):" /etc/passwd) | head -n 1 | cut -d: -f7 )
        printf '%s\n' "${shell:-/bin/sh}"
        [ -f "$HOME/.config/yonder/shellrc" ] && echo yes || echo no
        """;

    /// <summary>Puts them there. May be run again.</summary>
    public const string Setup = """
        set -e
        mkdir -p "$HOME/.config/yonder"
        cat > "$HOME/.config/yonder/shellrc" <<'END'
        # Comforts for interactive shells, from the gateway's "shell setup". Delete this file to be rid of them.
        HISTSIZE=10000
        alias ll='ls -la' la='ls -A'
        alias gs='git status' ga='git add' gc='git commit' gp='git push' gl='git log --oneline --graph' gd='git diff'
        if [ -n "$BASH_VERSION" ]; then
          shopt -s histappend checkwinsize
          bind '"\e[A": history-search-backward' 2>/dev/null
          bind '"\e[B": history-search-forward' 2>/dev/null
          PS1='\[\e[32m\]\u@\h\[\e[0m\]:\[\e[34m\]\w\[\e[0m\]\$ '
        elif [ -n "$ZSH_VERSION" ]; then
          setopt append_history share_history
          PROMPT='%F{green}%n@%m%f:%F{blue}%~%f%# '
        fi
        END
        for rc in .bashrc .zshrc .profile; do
          if [ "$rc" = .bashrc ] || [ -f "$HOME/$rc" ]; then
            grep -qs 'yonder/shellrc' "$HOME/$rc" || printf '\n[ -f ~/.config/yonder/shellrc ] && . ~/.config/yonder/shellrc\n' >> "$HOME/$rc"
            echo "hooked into ~/$rc"
          fi
        done
        """;
}
