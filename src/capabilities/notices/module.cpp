// SPDX-License-Identifier: Apache-2.0
#include "capabilities/notices/module.hpp"

#include "capabilities/identity/faces.hpp"
#include "capabilities/notices/commands/choose_mails.hpp"
#include "capabilities/notices/commands/mark_read.hpp"
#include "capabilities/notices/commands/retry_mails.hpp"
#include "capabilities/notices/pages_drawing.hpp"

namespace poa::notices {
namespace {

using identity::actor_of;
using web::Done;
using web::Entered;
using web::Screen;
using web::Url;
using web::Visit;

struct PageQuery {
    std::int64_t page = 1;
};
const Input<PageQuery>& page_query() {
    static const auto input =
        Input<PageQuery>("notices.page")
            .number("page", &PageQuery::page,
                    {.label = N_("Page"), .required = false, .least = 1, .most = 100'000});
    return input;
}

struct ReadOutcome {
    std::int64_t marked = 0, unread = 0;
};
BOOST_DESCRIBE_STRUCT(ReadOutcome, (), (marked, unread))
struct ChosenOutcome {
    bool report_turn = false, section_given = false, report_before_you = false;
};
BOOST_DESCRIBE_STRUCT(ChosenOutcome, (), (report_turn, section_given, report_before_you))
struct RetriedOutcome {
    std::int64_t mails = 0;
};
BOOST_DESCRIBE_STRUCT(RetriedOutcome, (), (mails))

Result<MyNoticesPage> load_mine(const ModuleLinks& links, const Visit& visit, std::int64_t page) {
    return links.database.read([&](storage::Session& session) {
        return my_notices(session, actor_of(visit), page, links.sends_mail);
    });
}

Result<UndeliveredPage> load_undelivered(const ModuleLinks& links, const Visit& visit) {
    return links.database.read([&](storage::Session& session) {
        return undelivered_mails(session, actor_of(visit), links.mailbox_of, links.sends_mail);
    });
}

Screen mine_again(const ModuleLinks& links, const Visit& visit, const Entered& entered) {
    auto page = load_mine(links, visit, 1);
    return draw_my_notices(page ? *page : MyNoticesPage{}, visit, entered);
}

void add_pages(web::Routes& routes, const ModuleLinks& links) {
    routes.page<MyNoticesPage>(
        "/my-notices", {"notices.mine", N_("What one was told"), false}, page_query(),
        [links](const Visit& visit, const PageQuery& query) { return load_mine(links, visit, query.page); },
        [](const MyNoticesPage& page, const Visit& visit) { return draw_my_notices(page, visit, {}); });
    routes.page<UndeliveredPage>(
        "/notices/undelivered", {"notices.undelivered", N_("Mails that did not arrive"), false},
        [links](const Visit& visit) { return load_undelivered(links, visit); },
        [](const UndeliveredPage& page, const Visit& visit) { return draw_undelivered(page, visit, {}); });
}

void add_commands(web::Routes& routes, const ModuleLinks& links) {
    auto mine = [links](const Visit& visit, const Entered& entered) {
        return mine_again(links, visit, entered);
    };
    routes.command<MarkRead, ReadOutcome>(
        "/notices/mark_read", {"notices.mark_read", N_("Mark notices as read")}, input_of(Of<MarkRead>{}),
        [links](const Visit& visit, const MarkRead& request) -> Result<Done<ReadOutcome>> {
            auto done = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                return mark_read(work, actor_of(visit), request);
            });
            if (!done) return refuse(done.error());
            return Done<ReadOutcome>{{done->marked, done->unread}, Url("/my-notices")};
        },
        mine);
    routes.command<ChooseMails, ChosenOutcome>(
        "/notices/choose_mails", {"notices.choose_mails", N_("Choose what is sent by mail")},
        input_of(Of<ChooseMails>{}),
        [links](const Visit& visit, const ChooseMails& request) -> Result<Done<ChosenOutcome>> {
            auto done = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                return choose_mails(work, actor_of(visit), request);
            });
            if (!done) return refuse(done.error());
            return Done<ChosenOutcome>{
                {request.report_turn, request.section_given, request.report_before_you}, Url("/my-notices")};
        },
        mine);
    routes.command<RetryMails, RetriedOutcome>(
        "/notices/retry_mails", {"notices.retry_mails", N_("Send mails again that did not arrive")},
        input_of(Of<RetryMails>{}),
        [links](const Visit& visit, const RetryMails& request) -> Result<Done<RetriedOutcome>> {
            auto done = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                return retry_mails(work, actor_of(visit), request);
            });
            if (!done) return refuse(done.error());
            return Done<RetriedOutcome>{{done->mails}, Url("/notices/undelivered")};
        },
        [links](const Visit& visit, const Entered& entered) {
            auto page = load_undelivered(links, visit);
            return draw_undelivered(page ? *page : UndeliveredPage{}, visit, entered);
        });
}

} // namespace

void add_routes(web::Routes& routes, ModuleLinks links) {
    routes.sentence("notices.name_one", N_("Name one notice, or the last of those to be marked as read."));
    routes.sentence("notices.nothing_to_retry", N_("No mail waits that did not arrive."));
    add_pages(routes, links);
    add_commands(routes, links);
}

} // namespace poa::notices
