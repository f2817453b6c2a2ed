import { kept, ofPlatform, type Store, theirs } from "../store";

const perPerson = kept("It is of a person, and not of a workspace.");
const ofPerson = { export: perPerson, erase: perPerson };

/** The ways by which people prove who they are. */
export const waysInTables = {
  AddressProof: ofPlatform({
    table: "address_proofs",
    holds: "links that prove an address",
    workspace: ofPerson,
    people: { user_id: theirs },
    secrets: ["token_hash"],
  }),
  TotpFactor: ofPlatform({
    table: "totp_factors",
    holds: "sealed secrets of authenticator apps",
    workspace: ofPerson,
    people: { user_id: theirs },
    secrets: ["sealed_secret"],
  }),
  RecoveryCode: ofPlatform({
    table: "recovery_codes",
    holds: "hashes of recovery codes",
    workspace: ofPerson,
    people: { user_id: theirs },
    secrets: ["code_hash"],
  }),
  Passkey: ofPlatform({
    table: "passkeys",
    holds: "public keys of passkeys, with their names",
    workspace: ofPerson,
    people: { user_id: theirs },
    secrets: ["public_key"],
  }),
  SignInChallenge: ofPlatform({
    table: "sign_in_challenges",
    holds: "sign-ins that wait for an answer",
    workspace: ofPerson,
    people: { user_id: theirs },
    secrets: ["token_hash"],
  }),
} satisfies Partial<Record<string, Store>>;
