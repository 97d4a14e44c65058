// SPDX-License-Identifier: Apache-2.0
#include "app/mailroom.hpp"
#include "app/notices_command_line.hpp"
#include "app/refusing.hpp"
#include "base/text.hpp"
#include "capabilities/identity/email_address.hpp"
#include "capabilities/notices/commands/retry_mails.hpp"
#include "capabilities/notices/module.hpp"
#include "web/described.hpp"

#include <fmt/format.h>

#include <csignal>
#include <iostream>

namespace poa::app {
namespace {

constexpr const char* no_mail_server =
    "No mail server is set, so no mail is sent: notices stand at /my-notices. Set mail-server and mail-from "
    "(docs/operating/mail.md).\n";

struct MailList {
    bool sends_mail = false;
    std::int64_t waiting = 0, sent = 0, given_up = 0;
    std::vector<notices::UndeliveredRow> undelivered;
};
BOOST_DESCRIBE_STRUCT(MailList, (), (sends_mail, waiting, sent, given_up, undelivered))

MailList mail_list(Instance& instance) {
    return instance.database().read([&](storage::Session& session) {
        MailList list{instance.settings().sends_mail(), {}, {}, {}, {}};
        list.waiting = notices::store::count_mails(session, notices::MailStage::waiting);
        list.sent = notices::store::count_mails(session, notices::MailStage::sent);
        list.given_up = notices::store::count_mails(session, notices::MailStage::given_up);
        auto page =
            notices::undelivered_mails(session, identity::Actor::operator_(), mailboxes(), list.sends_mail);
        require(page.has_value(), "the operator may see whose mail does not arrive");
        list.undelivered = std::move(page->rows);
        return list;
    });
}

} // namespace

int list_mails(const NoticesWish& wish) {
    Instance instance(wish.settings);
    const MailList list = mail_list(instance);
    if (wish.format == "json") {
        std::string out;
        JsonWriter json(out);
        web::write_json(json, list);
        std::cout << out << "\n";
        return 0;
    }
    if (!list.sends_mail) std::cout << no_mail_server;
    std::cout << fmt::format("{} waiting, {} sent, {} given up\n", list.waiting, list.sent, list.given_up);
    for (const notices::UndeliveredRow& row : list.undelivered)
        std::cout << fmt::format("{}  {}  {} mails, {} tries  {}\n", row.email, row.stage, row.mails,
                                 row.tries, row.reason);
    return 0;
}

int retry_all_mails(const NoticesWish& wish) {
    Instance instance(wish.settings);
    auto done = instance.work(
        [&](ledger::Work& work) { return notices::retry_mails(work, identity::Actor::operator_(), {}); });
    if (!done) {
        web::Routes routes;
        notices::add_routes(routes, {instance.database(), instance.clock(), mailboxes(), false});
        print_reasons(done.error(), routes.sentences(), "poa: ");
        return 1;
    }
    sequence(instance);
    std::cout << done->mails << " mails are in the queue again.\n";
    return 0;
}

int send_test_mail(const NoticesWish& wish) {
    if (!wish.settings.sends_mail()) {
        std::cerr << "poa: " << no_mail_server;
        return 1;
    }
    if (auto problems = problems_of_mail(wish.settings); !problems.empty())
        throw MachineFailure("The settings of mail cannot be used:\n  " + join(problems, "\n  "));
    auto to = identity::EmailAddress::parse(wish.to);
    if (!to) throw MachineFailure(wish.to + " is not an e-mail address");
    std::signal(SIGPIPE, SIG_IGN); // a server that hangs up is an answer, not our end
    notices::Smtp server(smtp_settings(wish.settings));
    notices::Mail mail;
    mail.from_name = wish.settings.platform_name;
    mail.from = wish.settings.mail_from;
    mail.to = to->canonical();
    mail.text = notices::draw_test_mail(letterhead(wish.settings), wish.language);
    mail.date = SystemClock().now();
    mail.message_id = notices::message_id_of(0, "test " + iso(mail.date, true), mail.from);
    const notices::Attempted attempted = server.send(mail);
    if (attempted.attempt != notices::Attempt::accepted) {
        std::cerr << "poa: the mail server did not take it: " << attempted.reason << "\n";
        return 1;
    }
    std::cout << "The mail server took the mail to " << mail.to << ".\n";
    return 0;
}

} // namespace poa::app
