// SPDX-License-Identifier: Apache-2.0
#include "capabilities/notices/pages_drawing.hpp"

#include "capabilities/notices/commands/choose_mails.hpp"
#include "capabilities/notices/commands/retry_mails.hpp"
#include "capabilities/notices/delivery.hpp"
#include "capabilities/notices/pages_words.hpp"
#include "web/drawing.hpp"

namespace poa::notices {
namespace {

using namespace web::drawing;
using web::Entered;

std::string_view mail_words(std::string_view mail) {
    for (const MailStage stage : {MailStage::waiting, MailStage::sent, MailStage::given_up})
        if (name_of(stage) == mail) return title_of(stage);
    return title_of(MailStage::unwanted);
}

Html draw_row(const NoticeRow& row, const Visit& visit) {
    const auto& in = visit.in;
    const NoticeKind kind = parse_notice_kind(row.kind).value_or(NoticeKind::question_put);
    const std::string sentence = sentence_of(kind, row.year, row.until, in);
    const Url address = Url::same_site(row.address).value_or(Url("/"));
    Html read;
    if (row.is_read)
        read = span(css("stage"), in.tr("read"));
    else
        read = web::button_form(Url("/notices/mark_read"), visit, in.tr("Mark as read"),
                                {{"notice", std::to_string(row.notice)}});
    Html words = a(href(address), in.tr(spec_of(kind).title));
    if (!row.is_read) words = strong(words);
    return tr(th(scope("row"), data_label(in.tr("Notice")), words),
              td(data_label(in.tr("What it says")),
                 span(sentence,
                      when(!row.about.empty(), [&] { return group(" ", bdi(css("muted"), row.about)); }))),
              td(data_label(in.tr("When")), time_(datetime(iso(row.at)), in.moment(row.at))),
              when(row.mail != "none",
                   [&] { return td(data_label(in.tr("By mail")), in.tr(mail_words(row.mail))); }),
              td(data_label(in.tr("Read")), read));
}

Html draw_list(const MyNoticesPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.rows.empty()) return p(in.tr("There is nothing for you."));
    Html rows;
    for (const NoticeRow& row : page.rows) rows += draw_row(row, visit);
    return table(css("table table-list"), caption(in.tr("Unread ones first")),
                 thead(tr(th(scope("col"), in.tr("Notice")), th(scope("col"), in.tr("What it says")),
                          th(scope("col"), in.tr("When")),
                          when(page.sends_mail, [&] { return th(scope("col"), in.tr("By mail")); }),
                          th(scope("col"), in.tr("Read")))),
                 tbody(rows));
}

Html draw_pages(const MyNoticesPage& page, const Visit& visit) {
    if (page.page == 1 && !page.has_more) return {};
    const auto& in = visit.in;
    auto at = [](std::int64_t number) { return Url("/my-notices").with("page", std::to_string(number)); };
    return nav(
        aria_label(in.tr("Pages")),
        p(when(page.page > 1,
               [&] { return group(a(rel("prev"), href(at(page.page - 1)), in.tr("Newer")), " "); }),
          when(page.has_more, [&] { return a(rel("next"), href(at(page.page + 1)), in.tr("Older")); })));
}

Html draw_choice(const MyNoticesPage& page, const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    InputValues start;
    for (const std::string& kind : page.mails) start.set(kind, "true");
    Html always;
    for (const NoticeKindSpec& kind : notice_kinds())
        if (!kind.is_optional) always += li(in.tr(kind.title));
    return section(
        h2(in.tr("What is sent by mail")),
        p(page.sends_mail
              ? in.tr("A mail only says that there is something, and where: what it is stands here.")
              : in.tr("This platform sends no mail now: the operator has set no mail server. All "
                      "notices stand here.")),
        p(in.tr("Always sent, because silence or the act binds your State:")), ul(always),
        p(in.tr("Sent if you wish:")),
        web::form_for(input_of(Of<ChooseMails>{}), Url("/notices/choose_mails"), visit, entered,
                      {.submit = in.tr("Keep this choice"), .start = &start}));
}

Html draw_undelivered_row(const UndeliveredRow& row, const Visit& visit) {
    const auto& in = visit.in;
    return tr(th(scope("row"), data_label(in.tr("Person")), span(bdi(row.name), " ", bdi(row.email))),
              td(data_label(in.tr("Mails")), in.number(row.mails)),
              td(data_label(in.tr("Stage")), in.tr(mail_words(row.stage)),
                 when(row.next_try.has_value(),
                      [&] {
                          return group(", ", in.tr("next try {at}", {{"at", in.moment(*row.next_try)}}));
                      })),
              td(data_label(in.tr("Tries")), in.number(row.tries)),
              td(data_label(in.tr("Since")), in.moment(row.since)),
              td(data_label(in.tr("What the mail server said")), bdi(row.reason)),
              td(data_label(in.tr("Send again")),
                 web::button_form(Url("/notices/retry_mails"), visit, in.tr("Send again"),
                                  {{"person", std::to_string(row.person)}})));
}

} // namespace

Screen draw_my_notices(const MyNoticesPage& page, const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = in.tr("My notices");
    screen.section = "account";
    screen.crumbs = {{std::string(in.tr("Account")), Url("/account")}};
    screen.description = page.unread == 0
                             ? std::string(in.tr("Nothing unread."))
                             : in.tr_n("{n} notice is unread.", "{n} notices are unread.", page.unread);
    screen.form_page = Url("/my-notices");
    Html all_read;
    if (page.unread > 0)
        all_read = web::button_form(Url("/notices/mark_read"), visit, in.tr("Mark all as read"),
                                    {{"through", std::to_string(page.newest)}});
    Html undelivered;
    if (page.sees_undelivered)
        undelivered = p(a(href(Url("/notices/undelivered")), in.tr("Mails that did not arrive")));
    screen.body = group(page_head(screen), undelivered, all_read, draw_list(page, visit),
                        draw_pages(page, visit), draw_choice(page, visit, entered));
    return screen;
}

Screen draw_undelivered(const UndeliveredPage& page, const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = in.tr("Mails that did not arrive");
    screen.section = "account";
    screen.crumbs = {{std::string(in.tr("Account")), Url("/account")}};
    screen.description =
        in.tr("Whose mail is not taken, and why. What the mails are about is not told here.");
    screen.form_page = Url("/notices/undelivered");
    Html rows;
    for (const UndeliveredRow& row : page.rows) rows += draw_undelivered_row(row, visit);
    Html list = page.rows.empty()
                    ? Html(p(in.tr("None.")))
                    : Html(table(css("table table-list"), caption(in.tr("By person")),
                                 thead(tr(th(scope("col"), in.tr("Person")), th(scope("col"), in.tr("Mails")),
                                          th(scope("col"), in.tr("Stage")), th(scope("col"), in.tr("Tries")),
                                          th(scope("col"), in.tr("Since")),
                                          th(scope("col"), in.tr("What the mail server said")),
                                          th(scope("col"), in.tr("Send again")))),
                                 tbody(rows)));
    Html no_mail;
    if (!page.sends_mail) no_mail = p(in.tr("This platform sends no mail now: no mail server is set."));
    screen.body =
        group(page_head(screen), web::problem_summary(input_of(Of<RetryMails>{}), visit, entered), no_mail,
              p(in.tr_n("{n} mail waits in the queue.", "{n} mails wait in the queue.", page.waiting)), list);
    return screen;
}

} // namespace poa::notices
