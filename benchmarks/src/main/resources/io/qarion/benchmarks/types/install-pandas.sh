#!/bin/sh
# Puts the pandas of the system beside its Python, where that can be done; prints the Python to use.
set -e
for python in /usr/bin/python3 python3; do
  if "$python" -c 'import pandas' 2> /dev/null; then
    echo "$python"
    exit 0
  fi
done
apt-get install --yes --no-install-recommends python3-pandas > /dev/null 2>&1
/usr/bin/python3 -c 'import pandas'
echo /usr/bin/python3
