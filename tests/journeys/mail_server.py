# SPDX-License-Identifier: Apache-2.0
"""A mail server on loopback for the journeys: says every mail it takes as a line of JSON on standard output.

usage: mail_server.py PORT [CERTIFICATE KEY USER PASSWORD]

With a certificate it asks for STARTTLS and for that sign-in. Mailboxes that begin with "nobody" do not exist;
those that begin with "full" are full. The header is read by Python's own parser, not by what wrote it.
"""

import asyncio
import email
import email.policy
import json
import logging
import ssl
import sys
import warnings

from aiosmtpd.smtp import SMTP, AuthResult


class Mailboxes:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody"):
            return "550 5.1.1 No such mailbox"
        if address.startswith("full"):
            return "452 4.2.2 The mailbox is full"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        say(
            {
                "sender": envelope.mail_from,
                "to": envelope.rcpt_tos,
                "encrypted": session.ssl is not None,
                "header": {name.lower(): str(value) for name, value in mail.items()},
                "plain": mail.get_body(("plain",)).get_content(),
                "html": mail.get_body(("html",)).get_content(),
                "defects": [str(defect) for part in mail.walk() for defect in part.defects],
            }
        )
        return "250 Taken"


def say(thing):
    print(json.dumps(thing), flush=True)


async def serve(port, certificate=None, key=None, user=None, password=None):
    options = {}
    if certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate, key)

        def sign_in(server, session, envelope, mechanism, given):
            right = given.login == user.encode() and given.password == password.encode()
            return AuthResult(success=right, handled=right)

        options = {
            "tls_context": context,
            "require_starttls": True,
            "authenticator": sign_in,
            "auth_required": True,
        }
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(Mailboxes(), enable_SMTPUTF8=True, **options), "127.0.0.1", port
    )
    say({"listening": port})
    await server.serve_forever()


logging.disable(logging.CRITICAL)  # a client that does not trust the certificate goes away: that is the test
warnings.simplefilter("ignore")
asyncio.run(serve(int(sys.argv[1]), *sys.argv[2:]))
