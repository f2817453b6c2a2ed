import type { WorldPerson } from "./world";

export type Consent = {
  service: string;
  people: WorldPerson[];
  scopes: string[];
  hint: string | null;
  /** The parameters of the request, which come back with the decision. */
  hidden: Record<string, string>;
  action: string;
};

const nameOf = (service: string): string =>
  safe(`${service.charAt(0).toUpperCase()}${service.slice(1)}`);

const safe = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Scopes that cannot be unticked: they only say who the person is. */
const fixed = new Set(["openid", "email", "profile", "offline_access", "User.Read"]);

/** Returns the page on which a person chooses an account and ticks the rights to give. */
export function consentPage({ service, people, scopes, hint, hidden, action }: Consent): string {
  const accounts = people.map(({ address, name }, index) => {
    const isChosen = hint ? address === hint : index === 0;
    return `<label><input type="radio" name="account" value="${safe(address)}"${isChosen ? " checked" : ""}> ${safe(name)} <small>${safe(address)}</small></label>`;
  });
  const rights = scopes.map((scope) => {
    const box = fixed.has(scope)
      ? `<input type="checkbox" checked disabled><input type="hidden" name="scope" value="${safe(scope)}">`
      : `<input type="checkbox" name="scope" value="${safe(scope)}" checked>`;
    return `<label>${box} ${safe(scope)}</label>`;
  });
  const kept = Object.entries(hidden).map(
    ([name, value]) => `<input type="hidden" name="${safe(name)}" value="${safe(value)}">`,
  );
  return page(
    `Practice sign-in: ${nameOf(service)}`,
    `<p>This is not ${nameOf(service)}. It is its double, with people who do not exist.</p>
<form method="post" action="${safe(action)}">
${kept.join("\n")}
<fieldset><legend>Account</legend>${accounts.join("\n")}</fieldset>
<fieldset><legend>Allow</legend>${rights.join("\n")}</fieldset>
<p><button name="decision" value="allow">Allow</button> <button name="decision" value="deny">Cancel</button></p>
</form>`,
  );
}

/** Returns the page that says why nothing can be asked. */
export const refusalPage = (sentence: string): string =>
  page("Practice sign-in: error", `<p>${safe(sentence)}</p>`);

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>body{font:16px/1.5 system-ui;max-width:34rem;margin:3rem auto;padding:0 1rem;color-scheme:light dark}label{display:block;padding:.25rem 0;overflow-wrap:anywhere}fieldset{margin:1rem 0;border:1px solid #8888;border-radius:.5rem}button{font:inherit;padding:.5rem 1.2rem}</style>
<h1>${title}</h1>
${body}
</html>`;
