// SPDX-License-Identifier: Apache-2.0
#include "capabilities/commitments/pages_drawing.hpp"

#include "capabilities/commitments/commands/publish_commitment.hpp"
#include "capabilities/commitments/commands/reaffirm_commitment.hpp"
#include "capabilities/commitments/commands/report_commitment.hpp"

namespace poa::commitments {
namespace {

using namespace web::drawing;
using web::Entered;

std::string_view stage_words(std::string_view stage, const Visit& visit) {
    return visit.in.tr(title_of(parse_stage(stage).value_or(Stage::planned)));
}

std::string_view kind_words(std::string_view kind, const Visit& visit) {
    if (kind == "published") return visit.in.tr("published");
    if (kind == "reaffirmed") return visit.in.tr("reaffirmed");
    return visit.in.tr("status given");
}

Html choice_of(std::string_view field, std::string_view words, const std::vector<FilterChoice>& choices,
               const std::string& chosen, const Visit& visit) {
    return div(css("field"), label(css("form-label"), for_(field), words),
               select_(css("form-select"), id(field), name(field), option(value(""), visit.in.tr("Any")),
                       each(choices, [&](const FilterChoice& one) {
                           return option(value(one.key), selected(one.key == chosen), one.title);
                       })));
}

Html filters_of(const CommitmentsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    std::vector<FilterChoice> stages;
    for (Stage stage : all_stages)
        stages.push_back({std::string(name_of(stage)), std::string(in.tr(title_of(stage)))});
    return form(
        css("filters"), method("get"), action(Url("/commitments")),
        choice_of("item", in.tr("Part of the framework"), page.items, page.item, visit),
        choice_of("stage", in.tr("Status"), stages, page.stage, visit),
        when(!page.state.empty(), [&] { return input(type("hidden"), name("state"), value(page.state)); }),
        button(css("btn btn-primary"), type("submit"), in.tr("Show")));
}

Html facts_of(const CommitmentRow& row, const Visit& visit) {
    const auto& in = visit.in;
    Html facts = group(dt(in.tr("State")), dd(bdi(row.name)), dt(in.tr("What will show it")),
                       dd(lang(row.language), dir("auto"), row.shown_by));
    if (row.due) facts += group(dt(in.tr("By when")), dd(in.day(*row.due)));
    if (!row.item.empty())
        facts += group(dt(in.tr("Part of the framework")),
                       dd(a(href(Url::of("acquis", row.item)), bdi(row.item_title))));
    if (!row.goal.empty())
        facts += group(dt(in.tr("Goal")), dd(a(href(Url::of("goals", row.goal)), bdi(row.goal_title))));
    if (row.need != 0)
        facts += group(dt(in.tr("Need")), dd(a(href(Url::of("needs", std::to_string(row.need))), row.need)));
    facts += group(dt(in.tr("Published")), dd(in.day(row.published)), dt(in.tr("Status")),
                   dd(stage_words(row.stage, visit)));
    return dl(css("facts"), facts);
}

Html steps_of(const CommitmentPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return ol(each(page.rows, [&](const StepRow& row) {
        return li(
            p(strong(stage_words(row.stage, visit)), " · ", kind_words(row.kind, visit), " · ",
              in.day(row.day)),
            when(!row.words.empty() && row.kind != "published", [&] { return p(dir("auto"), row.words); }),
            when(!row.evidence.empty(), [&] {
                return ul(each(row.evidence,
                               [&](const std::string& address) { return li(link_to(address, address)); }));
            }));
    }));
}

template <class Request>
Html form_of(const CommitmentPage& page, std::string_view command, std::string_view words, const Visit& visit,
             const Entered& entered) {
    InputValues start;
    start.set("revision", std::to_string(page.commitment.revision));
    start.set("stage", page.commitment.stage);
    const Url action = Url::of("commitments", std::to_string(page.commitment.commitment)).below(command);
    return section(h2(words), web::form_for(input_of(Of<Request>{}), action, visit, entered,
                                            {.submit = words, .start = &start}));
}

} // namespace

Html link_to(const std::string& address, std::string_view words) {
    if (auto here = Url::same_site(address)) return a(href(*here), bdi(words));
    if (auto outside = Url::outside(address)) return a(href(*outside), bdi(words));
    return bdi(words);
}

Screen begin_commitments(std::string title, std::string_view description) {
    Screen screen;
    screen.title = std::move(title);
    screen.section = "reports";
    screen.description = description;
    return screen;
}

Html commitments_table(const std::vector<CommitmentRow>& rows, std::string_view words, const Visit& visit) {
    const auto& in = visit.in;
    if (rows.empty()) return p(in.tr("None so far. Where a State publishes none, nothing follows from it."));
    return table(css("table table-list"), caption(words),
                 thead(tr(th(scope("col"), in.tr("State")), th(scope("col"), in.tr("Commitment")),
                          th(scope("col"), in.tr("Part of the framework")),
                          th(scope("col"), in.tr("By when")), th(scope("col"), in.tr("Status")))),
                 tbody(each(rows, [&](const CommitmentRow& row) {
                     return tr(th(scope("row"), data_label(in.tr("State")), bdi(row.name)),
                               td(data_label(in.tr("Commitment")),
                                  a(href(Url::of("commitments", std::to_string(row.commitment))),
                                    bdi(lang(row.language), row.title))),
                               td(data_label(in.tr("Part of the framework")), bdi(row.item_title)),
                               td(data_label(in.tr("By when")), row.due ? in.day(*row.due) : std::string()),
                               td(data_label(in.tr("Status")), stage_words(row.stage, visit)));
                 })));
}

Screen draw_commitments(const CommitmentsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen = begin_commitments(std::string(in.tr("Voluntary commitments")),
                                      in.tr("What States undertake of their own free will, and where they "
                                            "say it stands. Nothing here ranks States."));
    const Url here =
        Url("/commitments").with("item", page.item).with("state", page.state).with("stage", page.stage);
    screen.body = group(page_head(screen),
                        when(page.may_publish,
                             [&] {
                                 return p(a(css("btn btn-primary"), href(Url("/commitments/new")),
                                            in.tr("Publish a commitment")));
                             }),
                        p(a(href(Url("/goals")), in.tr("Goals agreed together"))), filters_of(page, visit),
                        commitments_table(page.rows, in.tr("Commitments, newest first"), visit),
                        when(page.next != 0, [&] {
                            return nav(css("pager"), aria_label(in.tr("Pages")),
                                       a(rel("next"), href(here.with("before", std::to_string(page.next))),
                                         in.tr("More commitments")));
                        }));
    screen.other_faces = {{"JSON", here.with("format", "json")}, {"CSV", here.with("format", "csv")}};
    return screen;
}

Screen draw_commitment(const CommitmentPage& page, const Visit& visit, const Entered& entered,
                       std::string_view command) {
    const auto& in = visit.in;
    const CommitmentRow& row = page.commitment;
    Screen screen = begin_commitments(row.title.empty() ? std::string(in.tr("A commitment")) : row.title,
                                      in.tr("In the words of the State that undertakes it."));
    screen.crumbs = {{std::string(in.tr("Voluntary commitments")), Url("/commitments")}};
    const std::string number = std::to_string(row.commitment);
    const Entered nothing{};
    screen.body = group(
        h1(css("page-title"), dir("auto"), screen.title), p(css("page-lead"), screen.description),
        p(lang(row.language), dir("auto"), row.words), facts_of(row, visit),
        p(a(href(Url::of("trail", "commitment", number)), in.tr("From report to result"))),
        section(h2(in.tr("Steps so far")), steps_of(page, visit)),
        when(page.may_report,
             [&] {
                 return form_of<ReportCommitment>(page, "report_commitment", in.tr("Say where it stands"),
                                                  visit, command == "report_commitment" ? entered : nothing);
             }),
        when(page.may_reaffirm, [&] {
            return form_of<ReaffirmCommitment>(page, "reaffirm_commitment", in.tr("Reaffirm it publicly"),
                                               visit, command == "reaffirm_commitment" ? entered : nothing);
        }));
    screen.form_page = Url::of("commitments", number);
    return screen;
}

Screen draw_new_commitment(const NewCommitmentPage& page, const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    Screen screen = begin_commitments(std::string(in.tr("Publish a commitment")),
                                      in.tr("Everybody reads it at once, in your State’s name. What your "
                                            "State says of it later is added; nothing is taken away."));
    screen.crumbs = {{std::string(in.tr("Voluntary commitments")), Url("/commitments")}};
    InputValues start;
    start.set("item", page.item);
    if (page.need != 0) start.set("need", std::to_string(page.need));
    screen.body =
        group(page_head(screen), p(strong(bdi(page.name))),
              web::form_for(input_of(Of<PublishCommitment>{}), Url("/commitments/publish_commitment"), visit,
                            entered, {.submit = in.tr("Publish a commitment"), .start = &start}));
    screen.form_page = Url("/commitments/new");
    return screen;
}

} // namespace poa::commitments
