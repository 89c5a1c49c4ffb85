# Each shell finds its completions by itself.
set -eu
bash -c '
  . /usr/share/bash-completion/bash_completion
  _completion_loader mmp || test $? = 124
  complete -p mmp' | grep -q mmp
zsh -c 'autoload -U compinit; compinit -D -u; autoload +X -U _mmp; echo $_comps[mmp]' \
  | grep -qx _mmp
HOME=$(mktemp -d) fish -c 'complete -C "mmp sc"' | grep -q "^scenarios"
