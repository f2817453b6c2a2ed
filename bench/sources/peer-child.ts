import { auth, drive } from "@googleapis/drive";
import { watched } from "./resident";

/** Lists the same drive by the vendor's own SDK, as its guide shows. */
async function list(url: string, token: string): Promise<number> {
  const client = new auth.OAuth2();
  client.setCredentials({ access_token: token });
  const api = drive({ version: "v3", auth: client, rootUrl: `${url}/` });
  let count = 0;
  let pageToken: string | undefined;
  do {
    const { data } = await api.files.list({
      pageSize: 1000,
      corpora: "user",
      q: "trashed = false",
      fields: "nextPageToken, files(id, name, mimeType, size, md5Checksum, modifiedTime, parents)",
      ...(pageToken && { pageToken }),
    });
    const files = data.files ?? [];
    count += files.filter(
      ({ mimeType }) => mimeType !== "application/vnd.google-apps.folder",
    ).length;
    pageToken = data.nextPageToken ?? undefined;
  } while (pageToken);
  return count;
}

const [url = "", token = ""] = process.argv.slice(2);
const { result, seconds, megabytes } = await watched(() => list(url, token));
process.send?.({ items: result, seconds, megabytes });
