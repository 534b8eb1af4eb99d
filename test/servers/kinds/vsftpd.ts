import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installedPath } from "../installed.ts";
import { HOST, type ServerCommand, type ServerSetup } from "./command.ts";

/** vsftpd knows local users only through PAM, which needs files under /etc; anonymous users it can ask for a password of a list. */
const USER = "anonymous";
const PASSWORD = "harvest@example.org";

/** vsftpd.conf(5) */
export function vsftpdCommand(setup: ServerSetup): ServerCommand {
  const empty = join(setup.folder, "empty");
  mkdirSync(empty, { mode: 0o555 });
  const passwords = join(setup.folder, "passwords");
  writeFileSync(passwords, `${PASSWORD}\n`);
  const settings = {
    listen: "YES",
    listen_ipv6: "NO",
    listen_address: setup.host ?? HOST,
    listen_port: setup.ports.control,
    background: "NO",
    anonymous_enable: "YES",
    local_enable: "NO",
    write_enable: "NO",
    anon_root: setup.root,
    ftp_username: accountWithHome(),
    secure_email_list_enable: "YES",
    email_password_file: passwords,
    nopriv_user: "nobody",
    secure_chroot_dir: empty,
    pasv_min_port: setup.ports.firstPassive,
    pasv_max_port: setup.ports.lastPassive,
    max_clients: 0,
    max_per_ip: setup.maxPerIp ?? 0,
    delay_failed_login: 0,
    dirmessage_enable: "NO",
    xferlog_enable: "NO",
    hide_ids: "YES",
    force_dot_files: setup.hideDotfiles ? "NO" : "YES",
    // containers forbid what these need
    seccomp_sandbox: "NO",
    isolate: "NO",
    isolate_network: "NO",
    connect_from_port_20: "NO",
    tcp_wrappers: "NO",
    ...(setup.tls === undefined ? {} : tlsSettings(setup)),
  };
  const lines = Object.entries(settings).map(([key, value]) => `${key}=${value}`);
  const path = join(setup.folder, "vsftpd.conf");
  writeFileSync(path, `${[...lines, ...(setup.extra ?? [])].join("\n")}\n`);
  return { command: installedPath("usr/sbin/vsftpd"), args: [path], user: USER, password: PASSWORD };
}

function tlsSettings(setup: ServerSetup): Record<string, string> {
  return {
    ssl_enable: "YES",
    implicit_ssl: setup.tls === "implicit" ? "YES" : "NO",
    allow_anon_ssl: "YES",
    force_anon_logins_ssl: "YES",
    force_anon_data_ssl: "YES",
    rsa_cert_file: setup.keyAndCertificate,
    rsa_private_key_file: setup.keyAndCertificate,
    ssl_ciphers: "HIGH",
    require_ssl_reuse: setup.requireSessionReuse ? "YES" : "NO",
  };
}

/** vsftpd goes into the home of the anonymous user's account before it goes to anon_root: it must exist. */
function accountWithHome(): string {
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const wanted of ["ftp", "nobody", "daemon", "bin", "games"]) {
    const home = lines.find((line) => line.startsWith(`${wanted}:`))?.split(":")[5];
    if (home !== undefined && existsSync(home)) return wanted;
  }
  throw new Error("no unprivileged account has a home folder, as vsftpd needs for anonymous users");
}
