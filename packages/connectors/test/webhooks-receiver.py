"""A receiver in another language: verifies each message with the library of the specification."""
import http.server
import json
import sys

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

secrets = sys.argv[1:]


class Receiver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        verified = 0
        for secret in secrets:
            try:
                Webhook(secret).verify(body, dict(self.headers))
                verified += 1
            except WebhookVerificationError:
                pass
        self.send_response(204 if verified else 401)
        self.end_headers()
        print(json.dumps({"verified": verified, "body": json.loads(body)}), flush=True)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
print(json.dumps({"port": server.server_port}), flush=True)
server.serve_forever()
