// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/pages_founding_drawing.hpp"

#include "capabilities/charter/commands/affirm_commitment.hpp"
#include "capabilities/charter/commands/end_process.hpp"
#include "capabilities/charter/commands/register_process.hpp"
#include "capabilities/charter/permissions.hpp"
#include "capabilities/identity/faces.hpp"
#include "web/drawing.hpp"
#include "web/frame.hpp"

#include <algorithm>

namespace poa::charter {
namespace {

using namespace web::drawing;
using web::Entered;

Screen screen_of(const Visit& visit, std::string_view title, const Html& body) {
    Screen screen;
    screen.title = title;
    screen.section = "charters";
    screen.crumbs = {{std::string(visit.in.tr("Charters")), Url("/charters")}};
    screen.body = group(h1(css("page-title"), title), body);
    return screen;
}

bool may(const Visit& visit, std::string_view act) {
    return permit(act, identity::actor_of(visit)).has_value();
}

/// The label a choice of a declared input has for its value.
std::string_view choice_words(const InputSpec& input, std::string_view field, std::string_view value,
                              const Visit& visit) {
    for (const FieldSpec& spec : input.fields())
        if (spec.name == field)
            for (const Choice& choice : spec.rules.choices)
                if (choice.value == value) return visit.in.tr(choice.label);
    return value;
}

std::string days_words(Day from, std::optional<Day> to, const Visit& visit) {
    const auto& in = visit.in;
    return to ? in.tr("{from} to {to}", {{"from", in.day(from)}, {"to", in.day(*to)}})
              : in.tr("from {from}", {{"from", in.day(from)}});
}

Html parallel_notice(const ProcessesPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.clause.empty()) return p(in.tr("No charter is in force."));
    if (!page.single_track)
        return p(in.tr("The charter in force does not ask for one track only (clause {clause}).",
                       {{"clause", page.clause}}));
    if (page.parallel.empty())
        return p(in.tr(
            "The charter in force asks for one track only (clause {clause}); no two processes on the same "
            "matter last at the same time.",
            {{"clause", page.clause}}));
    Html rows;
    for (const ParallelRow& row : page.parallel)
        rows += li(bdi(row.first), " · ", bdi(row.second), " · ", days_words(row.from, row.to, visit));
    return section(
        css("notice notice-caution"), h2(in.tr("Parallel tracks")),
        p(in.tr("The charter in force asks for one track only (clause {clause}). These last at the same "
                "time:",
                {{"clause", page.clause}})),
        ul(rows));
}

Html waiting_notice(const ProcessesPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.waits.empty()) return {};
    const std::string sentence =
        page.waits == "charter.not_founded_yet"
            ? in.tr("The mechanism accepts no act before {from}.", {{"from", page.waits_for}})
            : in.tr("The mechanism begins when this has ended: {process}.", {{"process", page.waits_for}});
    return p(css("notice notice-caution"), sentence);
}

Html process_row(const ProcessRow& row, const Visit& visit) {
    const auto& in = visit.in;
    Html end = may(visit, "charter.end_process") && !row.to
                   ? Html(group(" ", a(href(Url::of("charters", "processes", row.key).below("end")),
                                       in.tr("Enter its end"))))
                   : Html();
    return tr(th(scope("row"), bdi(row.title)), td(data_label(in.tr("Mandate")), bdi(row.mandate)),
              td(data_label(in.tr("How it stands to the mechanism")),
                 choice_words(input_of(Of<RegisterProcess>{}), "part", row.part, visit)),
              td(data_label(in.tr("Days")), days_words(row.from, row.to, visit), end));
}

} // namespace

Screen draw_versions(const VersionsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html rows;
    for (const VersionRow& row : page.rows)
        rows += tr(th(scope("row"),
                      a(href(Url::of("charters", "versions", std::to_string(row.version)).below("text")),
                        std::to_string(row.version))),
                   td(data_label(in.tr("Charter")), bdi(row.title)),
                   td(data_label(in.tr("In force since")), in.day(row.since)),
                   td(data_label(in.tr("By")), row.reason == "founding" ? in.tr("founding of the mechanism")
                                                                        : std::string_view(row.reason)),
                   td(data_label(in.tr("Digest (SHA-256)")), code(row.sha256)));
    Html list =
        page.rows.empty()
            ? Html(p(in.tr("No charter is in force.")))
            : Html(table(css("table table-list"), caption(in.tr("Versions of the charter, newest first")),
                         thead(tr(th(scope("col"), in.tr("Version")), th(scope("col"), in.tr("Charter")),
                                  th(scope("col"), in.tr("In force since")), th(scope("col"), in.tr("By")),
                                  th(scope("col"), in.tr("Digest (SHA-256)")))),
                         tbody(rows)));
    return screen_of(
        visit, in.tr("Versions of the charter"),
        group(p(in.tr("Exactly one version is in force, and only a decision of the mechanism changes it. "
                      "Every version is kept whole, and its digest is in the journal.")),
              list));
}

Screen draw_version(const VersionText& version, const Visit& visit) {
    const auto& in = visit.in;
    return screen_of(visit, in.tr("Version {n} of the charter", {{"n", std::to_string(version.version)}}),
                     pre(css("text-plain"), version.text));
}

Screen draw_processes(const ProcessesPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html rows;
    for (const ProcessRow& row : page.rows) rows += process_row(row, visit);
    Html list =
        page.rows.empty()
            ? Html(p(in.tr("No process is on the register.")))
            : Html(table(css("table table-list"),
                         caption(in.tr("Processes beside the mechanism, by first day")),
                         thead(tr(th(scope("col"), in.tr("Process")), th(scope("col"), in.tr("Mandate")),
                                  th(scope("col"), in.tr("How it stands to the mechanism")),
                                  th(scope("col"), in.tr("Days")))),
                         tbody(rows)));
    Html add = may(visit, "charter.register_process")
                   ? Html(p(a(href(Url("/charters/processes/new")), in.tr("Enter a process"))))
                   : Html();
    return screen_of(visit, in.tr("Processes beside the mechanism"),
                     group(waiting_notice(page, visit), parallel_notice(page, visit), list, add));
}

Screen draw_affirmations(const AffirmationsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html rows;
    for (const AffirmationRow& row : page.rows)
        rows += tr(th(scope("row"), a(href(Url::of("states", row.state)), row.name)),
                   td(data_label(in.tr("Day")), in.day(row.day)),
                   td(data_label(in.tr("Level")),
                      choice_words(input_of(Of<AffirmCommitment>{}), "level", row.level, visit)),
                   td(data_label(in.tr("Statement")), bdi(row.statement)));
    Html about =
        page.clause.empty()
            ? Html(p(in.tr("No charter is in force.")))
            : Html(p(page.asked ? in.tr("The charter in force has an event at which States affirm their "
                                        "commitment (clause {clause}).",
                                        {{"clause", page.clause}})
                                : in.tr("The charter in force has no event at which States affirm their "
                                        "commitment (clause {clause}).",
                                        {{"clause", page.clause}})));
    Html list =
        page.rows.empty()
            ? Html(p(in.tr("No affirmation is on the record.")))
            : Html(table(css("table table-list"), caption(in.tr("States that affirmed their commitment")),
                         thead(tr(th(scope("col"), in.tr("State")), th(scope("col"), in.tr("Day")),
                                  th(scope("col"), in.tr("Level")), th(scope("col"), in.tr("Statement")))),
                         tbody(rows)));
    Html add =
        page.asked && may(visit, "charter.affirm_commitment")
            ? Html(p(a(href(Url("/charters/affirmations/new")), in.tr("Affirm your State's commitment"))))
            : Html();
    return screen_of(visit, in.tr("Affirmations of commitment"), group(about, list, add));
}

Screen draw_register_form(const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    Screen screen =
        screen_of(visit, in.tr("Enter a process"),
                  web::form_for(input_of(Of<RegisterProcess>{}), Url("/charters/processes/register_process"),
                                visit, entered, {.submit = in.tr("Enter")}));
    screen.form_page = Url("/charters/processes/new");
    return screen;
}

Screen draw_end_form(const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    std::string_view key;
    for (const auto& [name, value] : visit.path.all())
        if (name == "process") key = value;
    const Url process = Url::of("charters", "processes", key);
    Screen screen =
        screen_of(visit, in.tr("Enter the end of a process"),
                  group(p(bdi(key)), web::form_for(input_of(Of<EndProcess>{}), process.below("end_process"),
                                                   visit, entered, {.submit = in.tr("Enter")})));
    screen.form_page = process.below("end");
    return screen;
}

Screen draw_affirm_form(const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    Screen screen = screen_of(
        visit, in.tr("Affirm your State's commitment"),
        group(p(in.tr("An affirmation stands on the public record for good.")),
              web::form_for(input_of(Of<AffirmCommitment>{}), Url("/charters/affirmations/affirm_commitment"),
                            visit, entered, {.submit = in.tr("Affirm")})));
    screen.form_page = Url("/charters/affirmations/new");
    return screen;
}

} // namespace poa::charter
