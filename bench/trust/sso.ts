import { loadavg } from "node:os";
import { createSso } from "@besunny/connectors/sso/sso";
import type { SsoSettings } from "@besunny/connectors/sso/sso-words";
import { askOnce } from "@besunny/connectors/test/sso/ask-once";
import { certifiedIssuer } from "@besunny/connectors/test/sso/certified-issuer";
import { aKeycloak, whyNoKeycloak } from "@besunny/connectors/test/sso/keycloak";

import { percentile, type Report } from "../report";

const web = "https://web.example/api/auth/sso";
const oidcPlace = { entityId: "besunny", callbackUrl: `${web}/oidc/sso_1/callback` };
const samlPlace = { entityId: `${web}/saml/sso_2`, callbackUrl: `${web}/saml/sso_2/callback` };
const sso = createSso({ allowList: ["127.0.0.1"] });

type Typed = Record<string, string>;

/** Sends a person to issuers and back a hundred times: to a certified one in this process, and to Keycloak where it is installed. */
export async function signIns({ rounds = "100" }: { rounds?: string }): Promise<Report> {
  const report: Report = { load_average_before: loadavg()[0] ?? 0, rounds: Number(rounds) };
  const certified = await certifiedIssuer({ callbackUrl: oidcPlace.callbackUrl });
  const typed = { login: "ada", password: "whatever" };
  Object.assign(report, await tripsTo("oidc_provider", certified.settings, typed, Number(rounds)));
  await certified.close();
  const why = whyNoKeycloak();
  if (why) {
    console.error(`Keycloak is left out: ${why}.`);
    return report;
  }
  const keycloak = await aKeycloak({ oidc: oidcPlace, saml: samlPlace });
  for (const settings of [keycloak.oidc, keycloak.saml]) {
    const name = `keycloak_${settings.kind}`;
    Object.assign(report, await tripsTo(name, settings, keycloak.typed, Number(rounds)));
  }
  await keycloak.close();
  return report;
}

async function tripsTo(
  name: string,
  settings: SsoSettings,
  typed: Typed,
  rounds: number,
): Promise<Report> {
  const place = settings.kind === "oidc" ? oidcPlace : samlPlace;
  const subjects = new Set<string>();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    try {
      subjects.add((await askOnce(sso, settings, { place, typed })).person.subject);
      times.push(performance.now() - began);
    } catch (error) {
      console.error(`${name}, round ${round}:`, error);
    }
  }
  return {
    [`${name}_done`]: times.length,
    [`${name}_people`]: subjects.size,
    [`${name}_ms_p50`]: percentile(times, 0.5),
    [`${name}_ms_p95`]: percentile(times, 0.95),
  };
}
