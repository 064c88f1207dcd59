package io.callsheet.sandbox;

import java.net.URI;

/** Where the service is willing to send webhooks. */
interface CallbackRule {
  boolean allows(URI callback);
}
