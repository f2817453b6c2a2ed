import type {
  IAuthenticateGeneric,
  ICredentialTestRequest,
  ICredentialType,
  Icon,
  INodeProperties,
} from "n8n-workflow";

/** The address of a BeSunny and a key of its REST API. */
export class BeSunnyApi implements ICredentialType {
  name = "beSunnyApi";
  displayName = "BeSunny API";
  icon: Icon = { light: "file:../icons/besunny.light.svg", dark: "file:../icons/besunny.dark.svg" };
  documentationUrl =
    "https://github.com/besunny/besunny/tree/main/integrations/n8n-nodes-besunny#readme";

  properties: INodeProperties[] = [
    {
      displayName: "Address",
      name: "url",
      type: "string",
      default: "",
      placeholder: "https://documents.example.com",
      description: "The address at which you open BeSunny in a browser",
      required: true,
    },
    {
      displayName: "API Key",
      name: "apiKey",
      type: "string",
      typeOptions: { password: true },
      default: "",
      description: "Made in BeSunny under Settings, API keys. It begins with bsk_.",
      required: true,
    },
  ];

  authenticate: IAuthenticateGeneric = {
    type: "generic",
    properties: { headers: { Authorization: "=Bearer {{$credentials.apiKey}}" } },
  };

  test: ICredentialTestRequest = {
    request: {
      baseURL: "={{$credentials.url.replace(/\\/+$/, '')}}/api/v1",
      url: "/types",
    },
  };
}
