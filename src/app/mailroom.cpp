// SPDX-License-Identifier: Apache-2.0
#include "app/mailroom.hpp"

#include "app/file_bytes.hpp"
#include "app/log.hpp"
#include "app/report_reminders.hpp"
#include "base/text.hpp"
#include "capabilities/identity/queries_recipients.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace poa::app {
namespace {

using std::chrono::milliseconds;

/// After a commit: many acts share one reading, and the ledger gives them their places first.
constexpr milliseconds gather{300};
constexpr milliseconds look_again{5'000};
/// Days pass slowly; a clock may be set, though.
constexpr milliseconds remind_again{600'000};
constexpr milliseconds longest_rest{30'000};

Secret password_in(const std::string& file) {
    if (file.empty()) return Secret();
    const auto text = bytes_in(file);
    if (!text) throw MachineFailure(fmt::format("mail-password-file: {} cannot be read", file));
    return Secret(std::string(trim(*text)));
}

} // namespace

notices::MailboxOf mailboxes() {
    return [](storage::Session& session, Id<identity::Person> person) -> std::optional<notices::Mailbox> {
        auto contact = identity::contact_of(session, person);
        if (!contact) return std::nullopt;
        return notices::Mailbox{std::move(contact->email), std::move(contact->language)};
    };
}

notices::SmtpSettings smtp_settings(const Settings& settings) {
    notices::SmtpSettings made;
    made.server = settings.mail_server;
    made.in_clear = settings.mail_in_clear;
    made.user = settings.mail_user;
    made.password = password_in(settings.mail_password_file);
    made.authorities = settings.mail_authorities;
    return made;
}

notices::Letterhead letterhead(const Settings& settings) {
    return {settings.platform_name, settings.public_url, settings.exercise};
}

notices::Posting posting_of(Instance& instance, notices::MailServer& server) {
    const Settings& settings = instance.settings();
    auto text_of = [head = letterhead(settings)](const notices::KeptNotice& notice,
                                                 const std::string& language) {
        return notices::draw_mail(head, notice, language);
    };
    return {instance.database(),
            instance.clock(),
            server,
            mailboxes(),
            text_of,
            settings.platform_name,
            settings.mail_from,
            settings.public_url + "/my-notices"};
}

Mailroom::Mailroom(Instance& instance, charter::CurrentCharter& charter,
                   const members::CurrentRegister& states)
    : instance_(instance), charter_(charter), states_(states),
      follower_(instance.database(), instance.clock()) {
    const Settings& settings = instance.settings();
    if (settings.sends_mail()) {
        server_ = std::make_unique<notices::Smtp>(smtp_settings(settings));
        posting_ = std::make_unique<Repeating>("notices.not_posted", [this] { return post(); });
    }
    if (settings.report_reminders)
        reminding_ = std::make_unique<Repeating>("notices.not_reminded", [this] { return remind(); });
    following_ = std::make_unique<Repeating>("notices.not_followed", [this] { return follow(); });
}

Mailroom::~Mailroom() {
    if (server_) server_->stop();
}

void Mailroom::wake() noexcept {
    following_->wake();
    if (posting_) posting_->wake();
}

milliseconds Mailroom::follow() {
    const Followed done = follower_.step();
    if (done.more) return milliseconds(0);
    std::this_thread::sleep_for(gather);
    return look_again;
}

milliseconds Mailroom::remind() {
    const Instant now = instance_.clock().now();
    const auto due = instance_.database().read([&](storage::Session& session) {
        const auto in_force = charter_.of(session);
        if (in_force == nullptr) return std::vector<ReportReminder>();
        return report_reminders(session, in_force->charter, *states_.now(), Day::of(now));
    });
    if (!due.empty())
        instance_.database().write([&](storage::Session& session) {
            ledger::Work work(session, now);
            return remind_of_reports(work, due);
        });
    return remind_again;
}

milliseconds Mailroom::post() {
    const notices::Posted posted = notices::post_due(posting_of(instance_, *server_));
    note_problem(posted.problem);
    if (posted.all() == notices::posted_at_once && posted.problem.empty()) return milliseconds(0);
    const auto next = instance_.database().read(notices::store::next_mail);
    if (!next) return longest_rest;
    const std::int64_t left = (next->microseconds - instance_.clock().now().microseconds) / 1000 + 1;
    return std::clamp(milliseconds(left), milliseconds(100), longest_rest);
}

/// Once when it begins, and once when it is over. What the server says may name people: it stays out of the
/// log.
void Mailroom::note_problem(const std::string& problem) {
    if (problem == problem_) return;
    if (problem_.empty())
        log::write(log::Level::warn, "notices.no_mail_server",
                   {{"what", "mails wait; poa notices test TO says why"}});
    else if (problem.empty())
        log::write(log::Level::info, "notices.mail_server_back");
    problem_ = problem;
}

} // namespace poa::app
