import { X509Certificate } from "node:crypto";
import type { Repositories } from "@besunny/db/database";
import { z } from "zod";

import { RoleRule, ssoPlaceOf } from "../identity/contract";
import { Connection } from "./contract";

type Row = Awaited<ReturnType<Repositories["ssoConnections"]["list"]>>[number];

const groupRules = z.array(z.object({ group: z.string(), groupId: z.string() }));

/** Returns a sign-in as admins see it: no secret, and what to enter at the issuer. */
export function shownConnection(
  row: Row,
  { webUrl, people }: { webUrl: string; people: number },
): z.input<typeof Connection> {
  const { sealedClientSecret, version, testedVersion, certificates, roleMap, groupMap } = row;
  const kind = row.kind === "saml" ? "saml" : "oidc";
  const place = ssoPlaceOf(webUrl, { id: row.id, kind });
  return {
    ...Connection.pick({
      id: true,
      name: true,
      emailClaim: true,
      nameClaim: true,
      groupClaim: true,
      defaultRole: true,
      makesAccounts: true,
      issuer: true,
      clientId: true,
      signInUrl: true,
      isOn: true,
      testedAt: true,
      domains: true,
    }).parse(row),
    ...place,
    kind,
    roleMap: z.array(RoleRule).parse(roleMap),
    groupMap: groupRules.parse(groupMap),
    hasSecret: sealedClientSecret !== null,
    certificates: certificates.map(shownCertificate),
    logoutUrl: kind === "oidc" ? `${place.entityId}/logout` : null,
    isTested: testedVersion === version,
    people,
  };
}

function shownCertificate(pem: string) {
  try {
    const { fingerprint256, validTo } = new X509Certificate(pem);
    return { pem, fingerprint: fingerprint256, expiresAt: new Date(validTo) };
  } catch {
    return { pem, fingerprint: "", expiresAt: null };
  }
}
