import {
  type EncryptedDataKey,
  KeyringNode,
  type NodeDecryptionMaterial,
  type NodeEncryptionMaterial,
  RawAesKeyringNode,
  RawAesWrappingSuiteIdentifier,
} from "@aws-crypto/client-node";

import type { DataKey, DataKeys } from "./data-keys";

const NAMESPACE = "besunny";

/** Each file has a key of its own, which the key of its workspace wraps. */
export class WorkspaceKeyring extends KeyringNode {
  readonly #keys: DataKeys;

  constructor(keys: DataKeys) {
    super();
    this.#keys = keys;
  }

  async _onEncrypt(material: NodeEncryptionMaterial): Promise<NodeEncryptionMaterial> {
    const owner = material.encryptionContext.workspace ?? "";
    return wrappingWith(owner, await this.#keys.current(owner)).onEncrypt(material);
  }

  async _onDecrypt(
    material: NodeDecryptionMaterial,
    wrapped: EncryptedDataKey[],
  ): Promise<NodeDecryptionMaterial> {
    const owner = material.encryptionContext.workspace ?? "";
    const version = wrapped[0] && versionOf(wrapped[0]);
    if (!version) return material;
    return wrappingWith(owner, await this.#keys.find(owner, version)).onDecrypt(material, wrapped);
  }
}

/** Returns the version of the workspace's key that wraps this one. Null: it was wrapped elsewhere. */
export function versionOf({ providerId, providerInfo }: EncryptedDataKey): number | null {
  const found = /^[^/]+\/(\d+)\//.exec(providerInfo)?.[1];
  return providerId === NAMESPACE && found ? Number(found) : null;
}

function wrappingWith(owner: string, { version, bytes }: DataKey): RawAesKeyringNode {
  return new RawAesKeyringNode({
    keyNamespace: NAMESPACE,
    keyName: `${owner}/${version}/`,
    unencryptedMasterKey: Uint8Array.from(bytes),
    wrappingSuite: RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
  });
}
