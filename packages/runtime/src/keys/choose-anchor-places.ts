import type { AnchorPlace } from "@besunny/connectors/anchors/anchor-place";
import { createAnchorHook, createAnchorMailbox } from "@besunny/connectors/anchors/receivers";
import { createGuardedFetch } from "@besunny/connectors/guarded-fetch";
import type { Mail } from "@besunny/connectors/mail/mail";
import type { Env } from "../env";

/** Returns the places for ends of audit logs beside the files: a bucket with object lock, a hook, a mailbox. None unless the operator names some. */
export async function chooseAnchorPlaces(
  env: Env,
  { clock, mail }: { clock: () => Date; mail: Pick<Mail, "send" | "isConfigured"> },
): Promise<AnchorPlace[]> {
  const places: AnchorPlace[] = [];
  if (env.AUDIT_ANCHORS_BUCKET) {
    const { createLockedBucket } = await import("@besunny/connectors/anchors/locked-bucket");
    const bucket = {
      bucket: env.AUDIT_ANCHORS_BUCKET,
      days: env.AUDIT_ANCHORS_DAYS,
      region: env.S3_REGION,
      endpoint: env.S3_ENDPOINT,
      accessKeyId: env.S3_ACCESS_KEY_ID,
      secretAccessKey: env.S3_SECRET_ACCESS_KEY,
    };
    places.push(createLockedBucket(bucket, clock));
  }
  if (env.AUDIT_ANCHORS_HOOK) {
    const url = env.AUDIT_ANCHORS_HOOK;
    // The operator names it, so it may be in the house.
    const fetch = createGuardedFetch({ allowList: [new URL(url).hostname] });
    places.push(createAnchorHook({ url, fetch }));
  }
  if (env.AUDIT_ANCHORS_MAIL_TO && mail.isConfigured)
    places.push(createAnchorMailbox({ to: env.AUDIT_ANCHORS_MAIL_TO, mail }));
  return places;
}
