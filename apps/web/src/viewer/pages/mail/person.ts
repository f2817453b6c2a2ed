/** Returns the name and the address of a person as mails write them: `Ann Lee <ann@example.com>`. The address is empty where it is the name. */
export function personOf(written: string): { name: string; address: string } {
  const [, name = "", address = ""] = /^\s*(.*?)\s*<([^<>]*)>\s*$/.exec(written) ?? [];
  const bare = name.replace(/^["']+|["']+$/g, "").trim();
  if (bare === "") return { name: address || written.trim(), address: "" };
  return { name: bare, address: address === bare ? "" : address };
}
