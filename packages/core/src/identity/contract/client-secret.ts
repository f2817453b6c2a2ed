import type { SealedPlace } from "../../context";

/** The place of the sealed secret by which an issuer knows us. */
export function clientSecretPlace(id: string): SealedPlace {
  return { table: "sso_connections", column: "sealed_client_secret", id };
}
