import { CloseAccount } from "./close-account";
import { DownloadData } from "./download-data";

/** Downloads all that is kept of the person, and closes their account. */
export function OwnTab() {
  return (
    <>
      <DownloadData />
      <CloseAccount />
    </>
  );
}
