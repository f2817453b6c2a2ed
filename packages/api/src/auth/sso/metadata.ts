import { ssoPlaceOf } from "@besunny/core/identity/contract";

import type { ApiTools } from "../../request-context";

/** Returns the metadata by which an issuer of SAML learns of us. It holds nothing that an address does not. */
export function metadataOf(id: string, { urls }: Pick<ApiTools, "urls">): Response {
  if (!/^sso_[0-9a-z]{1,56}$/.test(id)) return new Response(null, { status: 404 });
  const { entityId, callbackUrl } = ssoPlaceOf(urls.web, { id, kind: "saml" });
  const xml = `<?xml version="1.0"?>
<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}"><SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol" AuthnRequestsSigned="false" WantAssertionsSigned="true"><AssertionConsumerService index="0" isDefault="true" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${callbackUrl}"/></SPSSODescriptor></EntityDescriptor>
`;
  return new Response(xml, { headers: { "content-type": "application/samlmetadata+xml" } });
}
