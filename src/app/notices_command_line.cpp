// SPDX-License-Identifier: Apache-2.0
#include "app/notices_command_line.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace poa::app {
namespace {

using Act = std::function<int()>;

CLI::App* add_verb(CLI::App& notices, Act& act, const char* name, const char* what,
                   int (*run)(const NoticesWish&)) {
    auto wish = std::make_shared<NoticesWish>();
    auto* verb = notices.add_subcommand(name, what);
    verb->add_option("--data", wish->settings.data, "Folder of database, files and signing key")
        ->envname("POA_DATA")
        ->capture_default_str();
    verb->add_option("--database", wish->settings.database,
                     "postgresql://... instead of the embedded database")
        ->envname("POA_DATABASE");
    verb->add_option("--config", "Settings file (else DIR/poa.conf where it exists)");
    add_mail_settings(*verb, wish->settings);
    if (run == list_mails)
        verb->add_option("--format", wish->format, "text (default), json")
            ->check(CLI::IsMember({"text", "json"}));
    if (run == send_test_mail) {
        verb->add_option("to", wish->to, "E-mail address the mail goes to")->required();
        verb->add_option("--public-url", wish->settings.public_url, "Address readers use")
            ->envname("POA_PUBLIC_URL");
        verb->add_option("--platform-name", wish->settings.platform_name, "Name the mail comes from")
            ->envname("POA_PLATFORM_NAME");
        verb->add_option("--language", wish->language, "en, fr, ar, zh, ru, es")
            ->check(CLI::IsMember({"en", "fr", "ar", "zh", "ru", "es"}));
    }
    verb->callback([&act, wish, run] { act = [wish, run] { return run(*wish); }; });
    return verb;
}

} // namespace

void add_mail_settings(CLI::App& verb, Settings& settings) {
    verb.add_option("--mail-server", settings.mail_server,
                    "smtp://host:port (with STARTTLS) or smtps://host:port; without one no mail is sent")
        ->envname("POA_MAIL_SERVER");
    verb.add_option("--mail-from", settings.mail_from, "E-mail address that mails come from")
        ->envname("POA_MAIL_FROM");
    verb.add_option("--mail-user", settings.mail_user, "Name to sign in with at the mail server")
        ->envname("POA_MAIL_USER");
    verb.add_option("--mail-password-file", settings.mail_password_file, "File with the password for it")
        ->envname("POA_MAIL_PASSWORD_FILE");
    verb.add_option("--mail-authorities", settings.mail_authorities,
                    "File of certificates (PEM) to trust at the mail server instead of the system's")
        ->envname("POA_MAIL_AUTHORITIES");
    verb.add_flag("--mail-in-clear", settings.mail_in_clear,
                  "Without TLS: for a mail server on this machine that has none")
        ->envname("POA_MAIL_IN_CLEAR");
}

void add_notices_verbs(CLI::App& top, Act& act) {
    auto* notices = top.add_subcommand("notices", "What people are told by mail");
    notices->require_subcommand(1);
    add_verb(*notices, act, "list", "Say how many mails wait, and whose do not arrive", list_mails);
    add_verb(*notices, act, "retry", "Put mails that did not arrive back into the queue", retry_all_mails);
    add_verb(*notices, act, "test", "Send one mail at once, and say what the mail server makes of it",
             send_test_mail);
}

} // namespace poa::app
