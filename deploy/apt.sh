# Read by the scripts beside it. install_package PACKAGE PURPOSE installs a package of Debian
# and succeeds; it fails where there is no apt-get, nobody who may use it, or no such package.
install_package() {
    command -v apt-get >/dev/null 2>&1 || return 1
    as_root=""
    [ "$(id -u)" -eq 0 ] || as_root="sudo -n"
    $as_root true 2>/dev/null || return 1
    echo "Installing Debian's $1 for $2 ..."
    $as_root apt-get update -qq || return 1
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$1" >/dev/null
}
