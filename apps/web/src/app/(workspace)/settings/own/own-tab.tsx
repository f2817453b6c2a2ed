import { CloseAccount } from "./close-account";
import { DownloadData } from "./download-data";

/** What is kept of the person, and the end of their account. */
export function OwnTab() {
  return (
    <>
      <DownloadData />
      <CloseAccount />
    </>
  );
}
