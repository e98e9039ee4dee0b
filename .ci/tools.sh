# Sourced by ./run and ./test: finds the tools that they need and installs what is missing.

say() { printf '==> %s\n' "$*" >&2; }
die() { printf 'error: %s\n' "$*" >&2; exit 2; }

# need_package COMMAND PACKAGE …: remembers the Debian packages whose command is not there.
missing=()
need_package() {
  while [ "$#" -gt 0 ]; do
    command -v "$1" >/dev/null 2>&1 || missing+=("$2")
    shift 2
  done
}

# What the mail server of the tests and of ./run needs; anybody's own service is left alone.
need_mail_server() {
  need_package /usr/lib/cyrus/bin/master cyrus-imapd /usr/lib/cyrus/bin/httpd cyrus-caldav \
    /usr/sbin/saslpasswd2 sasl2-bin /usr/sbin/nginx nginx-light openssl openssl
  # A library has no command to be found by.
  dpkg-query -W -f='${Status}' libsasl2-modules 2>/dev/null | grep -q ' installed$' || missing+=(libsasl2-modules)
}

# The javac that is found first must be able to compile for Java 17.
need_jdk() {
  local version
  version=$(javac -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p' || true)
  if [ -z "$version" ] || [ "$version" -lt 17 ]; then missing+=(openjdk-17-jdk-headless); fi
}

install_missing() {
  [ "${#missing[@]}" -gt 0 ] || return 0
  command -v apt-get >/dev/null 2>&1 ||
    die "these Debian packages are missing and there is no apt-get to install them: ${missing[*]}"
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || die "missing: ${missing[*]}; install them, or run this as root"
    root=(sudo)
  fi
  say "installing what this machine lacks: ${missing[*]}"
  "${root[@]}" apt-get update -q >&2
  # The services of the packages are not wanted, their programs are: nothing is started now, nor at the next boot.
  local policy=/usr/sbin/policy-rc.d ours=no status=0 service
  if [ ! -e "$policy" ]; then
    ours=yes
    printf '#!/bin/sh\nexit 101\n' | "${root[@]}" tee "$policy" >/dev/null
    "${root[@]}" chmod 755 "$policy"
  fi
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends "${missing[@]}" >&2 || status=$?
  [ "$ours" = no ] || "${root[@]}" rm -f "$policy"
  [ "$status" -eq 0 ] || die "apt-get could not install: ${missing[*]}"
  for service in cyrus-imapd:cyrus-imapd nginx-light:nginx; do
    case " ${missing[*]} " in
      *" ${service%:*} "*)
        ! command -v systemctl >/dev/null 2>&1 ||
          "${root[@]}" systemctl disable --quiet "${service#*:}" >&2 || true
        ;;
    esac
  done
  hash -r
}

# Debian's own Node is too old for the web build, so it is asked for and not installed.
check_node() {
  command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 ||
    die 'Node 20.19 or newer with npm is needed and was not found'
  node -e 'const [a, b] = process.versions.node.split(".").map(Number);
           process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
    die "Node 20.19 or newer is needed; this is $(node --version)"
}
