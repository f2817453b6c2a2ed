import { spawn } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ReaderInput } from "../../../contract/reader-input";

let isMissing = false;

/**
 * Converts a file to another format with LibreOffice, in a profile of its own without macros and network. `to` is the extension of the format,
 * with a filter after a colon where the usual one will not do. Returns null if LibreOffice is not installed or fails.
 */
export async function convertWithLibreOffice(
  {
    bytes,
    outputDirectory,
    limits,
    nativeTools,
  }: Pick<ReaderInput, "bytes" | "outputDirectory" | "limits" | "nativeTools">,
  from: string,
  to: string,
): Promise<Buffer | null> {
  if (nativeTools === false || isMissing) return null;
  const folder = resolve(outputDirectory, "tmp-libreoffice");
  try {
    await mkdir(join(folder, "profile", "user"), { recursive: true });
    await writeFile(join(folder, "profile", "user", "registrymodifications.xcu"), settings);
    await writeFile(join(folder, `source.${from}`), bytes);
    await run(folder, { from, to, seconds: Math.max(10, limits.seconds / 2) });
    return await readFile(join(folder, `source.${to.split(":")[0]}`));
  } catch {
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(
  folder: string,
  { from, to, seconds }: { from: string; to: string; seconds: number },
): Promise<void> {
  const rules = [
    `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
    ...["--headless", "--norestore", "--nolockcheck", "--nologo", "--nodefault"],
    ...["--convert-to", to, "--outdir", folder, join(folder, `source.${from}`)],
  ];
  return new Promise((done, failed) => {
    // The process gets a group of its own, because soffice starts the actual program as its child.
    const tool = spawn("soffice", rules, { stdio: "ignore", detached: true, cwd: folder });
    const end = () => {
      if (tool.pid !== undefined) killGroup(tool.pid);
    };
    const timer = setTimeout(end, seconds * 1_000);
    process.once("exit", end);
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      process.off("exit", end);
      finish();
    };
    tool.once("error", (error) => {
      if ("code" in error && error.code === "ENOENT") isMissing = true;
      settle(() => failed(error));
    });
    tool.once("close", (code) =>
      settle(() => (code === 0 ? done() : failed(new Error(`soffice ended with ${code}`)))),
    );
  });
}

function killGroup(pid: number) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // The group has already ended.
  }
}

function setting(path: string, name: string, value: string): string {
  return `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;
}

/** Disables macros and links, and sets a proxy that does not exist for any other connection. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${[
  setting("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
  setting("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
  setting("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
  setting("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
  setting("Office.Writer/Content/Update", "Link", "0"),
  setting("Office.Calc/Content/Update", "Link", "0"),
  setting("Inet/Settings", "ooInetProxyType", "2"),
  setting("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
  setting("Inet/Settings", "ooInetHTTPProxyPort", "9"),
  setting("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
  setting("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
  setting("Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"),
  setting("Inet/Settings", "ooInetFTPProxyPort", "9"),
].join("")}</oor:items>
`;
