/** The answer that a browser brings back: the address that it was sent to, and the fields of the form that it posts there. */
export type Brought = { url: string; fields: Record<string, string> };

type Typed = Record<string, string>;

const MOST_PAGES = 20;

/**
 * Signs in at a real issuer as a person does in a browser. It follows redirects, keeps cookies, and fills in each form with what the person types.
 * Returns what the browser would bring to `callbackUrl`. Throws if it does not get there.
 */
export async function personAtIssuer(
  begin: string,
  { callbackUrl, typed }: { callbackUrl: string; typed: Typed },
): Promise<Brought> {
  const jar = new Map<string, string>();
  let url = begin;
  let body: URLSearchParams | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer: Response = await fetch(url, {
      redirect: "manual",
      headers: { cookie },
      ...(body && { method: "POST", body }),
    });
    for (const set of answer.headers.getSetCookie()) keep(jar, set);
    const to: string | null = answer.headers.get("location");
    const form = to === null ? formIn(await answer.text()) : null;
    if (to === null && form === null) throw new Error(`${url} answered ${answer.status}`);
    url = new URL(to ?? form?.action ?? "", url).toString();
    if (url.startsWith(callbackUrl)) return { url, fields: form?.fields ?? {} };
    body = form && new URLSearchParams({ ...form.fields, ...typedInto(form, typed) });
  }
  throw new Error(`The issuer sends the person from page to page, last to ${url}`);
}

function keep(jar: Map<string, string>, set: string): void {
  const [pair = ""] = set.split(";");
  const at = pair.indexOf("=");
  if (/max-age=0|expires=thu, 01 jan 1970/i.test(set)) jar.delete(pair.slice(0, at));
  else jar.set(pair.slice(0, at), pair.slice(at + 1));
}

type Form = { action: string; names: string[]; fields: Record<string, string> };

function typedInto({ names }: Form, typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => names.includes(name)));
}

/** Returns the first form of a page, with what its fields hold. */
function formIn(page: string): Form | null {
  const form = /<form[^>]*>[\s\S]*?<\/form>/i.exec(page)?.[0];
  const head = form === undefined ? undefined : /<form[^>]*>/i.exec(form)?.[0];
  if (form === undefined || head === undefined) return null;
  const inputs = [...form.matchAll(/<input[^>]*>/gi)].map(([input]) => input);
  const names = inputs.flatMap((input) => attribute(input, "name") ?? []);
  const fields = inputs.flatMap((input) => {
    const [name, value] = [attribute(input, "name"), attribute(input, "value")];
    return name !== null && value !== null ? [[name, value] as const] : [];
  });
  return { action: attribute(head, "action") ?? "", names, fields: Object.fromEntries(fields) };
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`, "i").exec(tag);
  return found ? unescaped(found[1] ?? found[2] ?? "") : null;
}

const letters: Record<string, string> = { amp: "&", quot: '"', lt: "<", gt: ">", "#39": "'" };

function unescaped(text: string): string {
  return text
    .replace(/&(amp|quot|lt|gt|#39);/g, (_all, name: string) => letters[name] ?? "")
    .replace(/&#x([0-9a-f]+);/gi, (_all, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    );
}
