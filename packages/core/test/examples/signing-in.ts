import { randomUUID } from "node:crypto";

import { addDomain } from "../../src/sso/add-domain";
import { saveConnection } from "../../src/sso/save-connection";
import type { World } from "../world";
import { by, byJob, type Example, makesRow } from "./example";

const settings = (name: string) => ({
  kind: "oidc" as const,
  name,
  issuer: "https://idp.mill.example",
  clientId: "besunny",
  emailClaim: null,
  nameClaim: null,
  groupClaim: null,
  defaultRole: "member" as const,
  roleMap: [{ group: "admins", role: "admin" as const }],
  groupMap: [],
  makesAccounts: false,
});

const aConnection = ({ owner, newName }: World) =>
  saveConnection(owner, { id: null, settings: settings(newName()) });

async function aDomain(world: World) {
  const { id } = await aConnection(world);
  const domain = `${randomUUID()}.example`;
  const { value } = await addDomain(world.owner, { id, domain });
  world.proofs.push(value);
  return { id, domain };
}

const policy = {
  needsSecondFactor: false,
  methods: ["password", "passkey"],
  sessionHours: 24,
  networks: [],
  breakGlassIds: [],
};

export const signingInExamples: Record<string, Example> = {
  "sso.add-domain": by(async (world) => ({
    ...(await aConnection(world)),
    domain: `${randomUUID()}.example`,
  })),
  "sso.check-domain": by(aDomain),
  "sso.get-sign-in": by(() => ({ webUrl: "http://localhost:3000" })),
  "sso.put-connection": by(
    ({ newName }) => ({ id: null, settings: settings(newName()) }),
    makesRow,
  ),
  "sso.put-policy": by(() => policy),
  "sso.remove-connection": by(aConnection),
  "sso.remove-domain": by(aDomain),
  "sso.sync-member": byJob("sync-members", async (world) => ({
    connectionId: (await aConnection(world)).id,
    userId: await world.aMember(),
    groups: ["admins"],
  })),
  "sso.turn-connection": by(
    async (world) => ({ ...(await aConnection(world)), isOn: false }),
    "It is off until it was tested.",
  ),
};
