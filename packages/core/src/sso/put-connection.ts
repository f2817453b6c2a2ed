import { SsoRefused, type SsoSettings } from "@besunny/connectors/sso/sso-words";
import { z } from "zod";

import { AppError } from "../errors";
import { clientSecretPlace } from "../identity/contract/client-secret";
import { flow } from "../operation/flow";
import { idIn } from "../shapes";
import { ConnectionSettings } from "./contract";
import { keepSecret } from "./keep-secret";
import { saveConnection } from "./save-connection";

/** Sets up the sign-in of an organisation, or changes it. The issuer is asked before anything is kept. Changed settings must be tested again. */
export const putConnection = flow("sso.put-connection", {
  title: "Set up the sign-in of an organisation",
  permission: "signIn.manage",
  input: z.object({ id: z.string().max(60).nullable(), settings: ConnectionSettings }),
  output: z.object({ id: idIn("sso") }),
  doors: ["web"],
  stepUp: true,
  uses: ["sso", "sealer"],

  async handle({ sso, sealer, caller }, { id, settings }) {
    await sso.check(asSettings(settings)).catch((error: unknown) => {
      if (!(error instanceof SsoRefused)) throw error;
      throw new AppError("INVALID_INPUT", error.reason, {
        hint: "Check the address of the issuer. An issuer in your own network must be named in SSO_ALLOW.",
        errors: [{ path: "settings.issuer", message: error.reason }],
      });
    });
    const saved = await saveConnection(caller, { id, settings });
    if (settings.kind === "oidc" && settings.clientSecret) {
      const sealed = sealer.seal(settings.clientSecret, clientSecretPlace(saved.id));
      await keepSecret(caller, { id: saved.id, sealed });
    }
    return saved;
  },
});

function asSettings(settings: ConnectionSettings): SsoSettings {
  const claims = {
    email: settings.emailClaim,
    name: settings.nameClaim,
    groups: settings.groupClaim,
  };
  if (settings.kind === "saml") return { ...settings, claims };
  const { kind, issuer, clientId, clientSecret = null } = settings;
  return { kind, issuer, clientId, clientSecret, claims };
}
