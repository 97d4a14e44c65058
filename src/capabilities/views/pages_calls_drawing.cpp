// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/pages_calls_drawing.hpp"

#include "base/text.hpp"

namespace poa::views {
namespace {

using namespace web::html;
using web::Crumb;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

Url local(std::string_view address) {
    return Url::same_site(address).value_or(Url("/"));
}

Html fact(std::string_view label, const Html& shown) {
    return div(dt(label), dd(shown));
}

Html day_of(Day day, const Visit& visit) {
    return time_(datetime(day.iso()), visit.in.day(day));
}

std::string languages_of(const std::vector<std::string>& codes) {
    std::vector<std::string> names;
    for (const std::string& each_code : codes) {
        auto language = web::parse_language(each_code);
        names.emplace_back(language ? web::own_name_of(*language) : std::string_view(each_code));
    }
    return join(names, ", ");
}

Html mandate_of(const CallListing& call) {
    if (call.mandate_address.empty()) return bdi(call.mandate);
    return a(href(local(call.mandate_address)), bdi(call.mandate));
}

std::vector<Crumb> crumbs_of(const Visit& visit, std::string_view slug, std::string_view title) {
    std::vector<Crumb> crumbs = {{std::string(visit.in.tr("Calls for views")), Url("/views/calls")}};
    if (!slug.empty()) crumbs.push_back({std::string(title), Url::of("views", "calls", slug)});
    return crumbs;
}

/// In words, with the day that matters.
std::string stage_of_call(const CallListing& call, const Visit& visit) {
    const auto& in = visit.in;
    const std::string deadline = in.day(call.deadline);
    if (call.stage == "announced")
        return in.tr("Announced: it opens on {day}.", {{"day", in.day(call.opening)}});
    if (call.stage == "open") return in.tr("Open until the end of {day} (UTC).", {{"day", deadline}});
    if (call.stage == "extended")
        return in.tr("Extended: open until the end of {day} (UTC).", {{"day", deadline}});
    if (call.stage == "past_deadline")
        return in.tr("The deadline passed on {day}. Views are still taken and listed as late.",
                     {{"day", deadline}});
    return in.tr("Closed on {day}. Nothing more is taken.",
                 {{"day", call.closed ? in.day(*call.closed) : std::string()}});
}

Html row_of(const CallListing& call, const Visit& visit) {
    const auto& in = visit.in;
    return tr(
        th(scope("row"), data_label(in.tr("Call for views")), a(href(local(call.address)), bdi(call.title))),
        td(data_label(in.tr("Mandate")), mandate_of(call)),
        td(data_label(in.tr("Stage")), in.tr(stage_wording(call.stage))),
        td(data_label(in.tr("Deadline")), day_of(call.deadline, visit)),
        td(css("number"), data_label(in.tr("States")), call.states),
        td(css("number"), data_label(in.tr("Late")), call.late));
}

Html draw_facts(const CallPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const CallListing& call = page.call;
    std::string_view audience = call.audience == "public" ? in.tr("What comes in is public.")
                                                          : in.tr("What comes in is for Member States.");
    return dl(css("facts"), fact(in.tr("Mandate"), mandate_of(call)),
              fact(in.tr("Stage"), Html(span(stage_of_call(call, visit)))),
              fact(in.tr("Opening day"), day_of(call.opening, visit)),
              fact(in.tr("Deadline"), day_of(call.deadline, visit)),
              fact(in.tr("Called"),
                   Html(span(call.called == "all_states" ? in.tr("All Member States and observer States")
                                                         : in.tr("All Member States")))),
              fact(in.tr("Stakeholders"),
                   Html(span(call.stakeholders_invited ? in.tr("Invited as well") : in.tr("Not invited"),
                             when(call.stakeholders_invited && call.stakeholder_words > 0,
                                  [&] {
                                      return group(", ", in.tr_n("at most {n} word", "at most {n} words",
                                                                 call.stakeholder_words));
                                  })))),
              fact(in.tr("Languages"), Html(span(languages_of(call.languages)))),
              fact(in.tr("Audience"), Html(span(audience))), when(!page.announcement.empty(), [&] {
                  return fact(in.tr("Announced by"), Html(bdi(page.announcement)));
              }));
}

/// As they were typed: a line is a paragraph.
Html draw_questions(const CallPage& page, const Visit& visit) {
    Html lines;
    for (std::string_view line : split(page.questions, '\n'))
        if (!trim(line).empty()) lines += p(dir("auto"), trim(line));
    if (lines.empty()) return {};
    return group(h2(visit.in.tr("Questions asked")), blockquote(lines));
}

Html draw_extensions(const CallPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.extensions.empty()) return {};
    return group(
        h2(in.tr("Extensions")),
        table(css("table table-list"), caption(in.tr("Each time the deadline was moved")),
              thead(tr(th(scope("col"), in.tr("Decided")), th(scope("col"), in.tr("From")),
                       th(scope("col"), in.tr("To")), th(scope("col"), in.tr("Reason")))),
              tbody(each(page.extensions, [&](const ExtensionRow& row) {
                  return tr(
                      th(scope("row"), data_label(in.tr("Decided")), in.moment(row.decided_at),
                         when(row.after_deadline,
                              [&] { return group(" ", small(in.tr("after the deadline had passed"))); })),
                      td(data_label(in.tr("From")), day_of(row.from, visit)),
                      td(data_label(in.tr("To")), day_of(row.to, visit)),
                      td(data_label(in.tr("Reason")), bdi(row.reason)));
              }))));
}

Html draw_reminders(const CallPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.reminders.empty() && page.reminder_days.empty()) return {};
    std::string planned;
    for (Day day : page.reminder_days) planned += (planned.empty() ? "" : ", ") + in.day(day);
    return group(h2(in.tr("Reminders")),
                 p(in.tr("Reminders are put on the record here. The platform sends no mail yet.")),
                 when(!planned.empty(), [&] { return p(in.tr("Planned:"), " ", planned); }),
                 when(!page.reminders.empty(), [&] {
                     return table(css("table table-list"), caption(in.tr("Reminders on the record")),
                                  thead(tr(th(scope("col"), in.tr("Day")), th(scope("col"), in.tr("By")),
                                           th(scope("col"), in.tr("To")), th(scope("col"), in.tr("Text")))),
                                  tbody(each(page.reminders, [&](const ReminderRow& row) {
                                      return tr(
                                          th(scope("row"), data_label(in.tr("Day")), day_of(row.day, visit)),
                                          td(data_label(in.tr("By")), in.tr(channel_wording(row.channel))),
                                          td(data_label(in.tr("To")),
                                             in.tr_n("{n} State that had not submitted",
                                                     "{n} States that had not submitted", row.reminded)),
                                          td(data_label(in.tr("Text")), bdi(row.text)));
                                  })));
                 }));
}

Html draw_counts(const CallPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const CallListing& call = page.call;
    auto count = [&](std::string_view label, std::int64_t shown) {
        return fact(label, Html(span(in.number(shown))));
    };
    Url no_reply = Url::of("views", "calls", call.slug, "no-reply");
    return group(h2(in.tr("What came in")),
                 dl(css("facts"), count(in.tr("States called"), page.states_called),
                    count(in.tr("Replies of States"), call.states), count(in.tr("of them late"), call.late),
                    fact(in.tr("No reply"), page.shows_submissions
                                                ? Html(a(href(no_reply), in.number(page.without_reply)))
                                                : Html(span(in.number(page.without_reply)))),
                    count(in.tr("Views of other States"), call.extra),
                    count(in.tr("Gathered in consultations"), call.consultation),
                    count(in.tr("Stakeholder papers"), call.stakeholders)));
}

Html draw_listed(const CallPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html all;
    for (std::string_view listed : {"in_time", "late", "extra", "consultation", "stakeholder"}) {
        std::vector<SubmissionListing> rows;
        for (const SubmissionListing& row : page.submissions)
            if (row.listed == listed) rows.push_back(row);
        if (!rows.empty())
            all += draw_submission_table(rows, page.call.slug, in.tr(listed_wording(listed)), visit);
    }
    if (!page.shows_submissions)
        all += p(css("notice"), in.tr("What came in under this call is for Member States."));
    return all;
}

Html draw_consultations(const CallPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.consultations.empty()) return {};
    return group(h2(in.tr("Consultations")),
                 table(css("table table-list"), caption(in.tr("Consultations under this call")),
                       thead(tr(th(scope("col"), in.tr("Day")), th(scope("col"), in.tr("Place")),
                                th(scope("col"), in.tr("Held by")), th(scope("col"), in.tr("Took part")),
                                th(scope("col"), in.tr("Record of it")))),
                       tbody(each(page.consultations, [&](const ConsultationListing& row) {
                           return tr(th(scope("row"), data_label(in.tr("Day")), day_of(row.day, visit)),
                                     td(data_label(in.tr("Place")), bdi(row.place)),
                                     td(data_label(in.tr("Held by")), bdi(row.held_by)),
                                     td(data_label(in.tr("Took part")), join(row.states, ", ")),
                                     td(data_label(in.tr("Record of it")),
                                        row.address.empty()
                                            ? Html(small(in.tr("not for you to read")))
                                            : Html(a(href(local(row.address)), in.tr("Read the record")))));
                       }))));
}

Html draw_offers(const CallPage& page, const Visit& visit) {
    const auto& in = visit.in;
    auto offer = [&](bool offered, std::string_view verb, std::string_view words) -> Html {
        if (!offered) return {};
        return li(a(href(Url::of("views", "calls", page.call.slug, verb)), words));
    };
    const CallOffers& may = page.offers;
    Html items = group(offer(may.submit, "submit", in.tr("Submit views")),
                       offer(may.enter, "submit", in.tr("Enter views received otherwise")),
                       offer(may.consult, "consultation", in.tr("Record a consultation")),
                       offer(may.remind, "remind", in.tr("Record a reminder")),
                       offer(may.extend, "extend", in.tr("Extend the deadline")),
                       offer(may.close, "close", in.tr("Close the call for good")));
    if (items.empty()) return {};
    return nav(aria_label(in.tr("What you may do")), ul(items));
}

} // namespace

std::string_view stage_wording(std::string_view stage) {
    if (stage == "announced") return N_("announced");
    if (stage == "open") return N_("open");
    if (stage == "extended") return N_("extended");
    if (stage == "past_deadline") return N_("past its deadline");
    return N_("closed");
}

std::string_view channel_wording(std::string_view channel) {
    if (channel == "note_verbale") return N_("note verbale");
    if (channel == "e_mail") return N_("e-mail");
    if (channel == "paper") return N_("paper");
    return N_("meeting");
}

std::string_view listed_wording(std::string_view listed) {
    if (listed == "in_time") return N_("Submissions in time");
    if (listed == "late") return N_("Late submissions");
    if (listed == "extra") return N_("Views of States that were not called");
    if (listed == "consultation") return N_("Views gathered in consultations");
    return N_("Papers of organisations and other stakeholders");
}

Screen draw_calls(const CallsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = in.tr("Calls for views");
    screen.section = "views";
    screen.description = in.tr("Calls for views, their deadlines, and what came in.");
    screen.other_faces = {{"JSON", Url("/views/calls").with("format", "json")},
                          {"CSV", Url("/views/calls").with("format", "csv")}};
    screen.body = group(
        h1(css("page-title"), screen.title),
        when(page.may_open, [&] { return p(a(href(Url("/views/calls/new")), in.tr("Open a call"))); }),
        when(page.rows.empty(), [&] { return p(in.tr("No calls yet.")); }), when(!page.rows.empty(), [&] {
            return table(
                css("table table-list"), caption(in.tr("Calls for views, the newest first")),
                thead(tr(th(scope("col"), in.tr("Call for views")), th(scope("col"), in.tr("Mandate")),
                         th(scope("col"), in.tr("Stage")), th(scope("col"), in.tr("Deadline")),
                         th(scope("col"), css("number"), in.tr("States")),
                         th(scope("col"), css("number"), in.tr("Late")))),
                tbody(each(page.rows, [&](const CallListing& row) { return row_of(row, visit); })));
        }));
    return screen;
}

Screen draw_call(const CallPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = page.call.title;
    screen.section = "views";
    screen.crumbs = crumbs_of(visit, {}, {});
    screen.description = stage_of_call(page.call, visit);
    Url here = Url::of("views", "calls", page.call.slug), list = here.below("submissions");
    screen.feed = list.with("format", "atom");
    screen.other_faces = {
        {"JSON", here.with("format", "json")}, {"CSV", list.with("format", "csv")}, {"Atom", screen.feed}};
    screen.body =
        group(h1(css("page-title"), bdi(page.call.title)), draw_offers(page, visit), draw_facts(page, visit),
              draw_questions(page, visit), draw_extensions(page, visit), draw_counts(page, visit),
              draw_listed(page, visit),
              when(!page.submissions.empty(),
                   [&] { return p(a(href(list), in.tr("All submissions in one list"))); }),
              draw_consultations(page, visit), draw_coverage(page, visit), draw_reminders(page, visit));
    return screen;
}

Screen draw_submissions(const SubmissionsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = in.tr("Submissions: {call}", {{"call", page.title}});
    screen.section = "views";
    screen.crumbs = crumbs_of(visit, page.call, page.title);
    Url here = Url::of("views", "calls", page.call, "submissions");
    screen.feed = here.with("format", "atom");
    screen.other_faces = {
        {"JSON", here.with("format", "json")}, {"CSV", here.with("format", "csv")}, {"Atom", screen.feed}};
    screen.body = group(h1(css("page-title"), bdi(screen.title)),
                        page.rows.empty()
                            ? Html(p(in.tr("Nothing here yet that is for you to read.")))
                            : draw_submission_table(page.rows, page.call, in.tr("The newest first"), visit));
    return screen;
}

Screen draw_no_reply(const NoReplyPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = in.tr("No reply: {call}", {{"call", page.title}});
    screen.section = "views";
    screen.crumbs = crumbs_of(visit, page.call, page.title);
    Url here = Url::of("views", "calls", page.call, "no-reply");
    screen.other_faces = {{"JSON", here.with("format", "json")}, {"CSV", here.with("format", "csv")}};
    screen.body = group(
        h1(css("page-title"), bdi(screen.title)),
        p(in.tr("Submitting views is voluntary. This list says that nothing is on the record, and no more.")),
        ul(each(page.rows,
                [&](const PlainState& row) { return li(a(href(local(row.address)), bdi(row.name))); })));
    return screen;
}

} // namespace poa::views
