// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/pages_decisions_drawing.hpp"
#include "capabilities/decisions/voices.hpp"
#include "web/html.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace poa::decisions {
namespace {

using namespace web::html;
using web::Html;
using web::Visit;

using Words = std::pair<std::string_view, std::string_view>;
constexpr std::array outcomes{
    Words{"adopted_by_consensus", N_("Adopted by consensus")},
    Words{"adopted_by_silence", N_("Adopted: silence was not broken")},
    Words{"adopted_without_objection", N_("Adopted without objection")},
    Words{"adopted_by_vote", N_("Adopted by vote")},
    Words{"blocked", N_("Not adopted: an objection stood")},
    Words{"rejected", N_("Not adopted: the vote did not reach its majority")},
    Words{"no_quorum", N_("Not adopted: too few States took part in the vote")},
};
constexpr std::array told_to{
    Words{"none", N_("Nobody learns which State objected.")},
    Words{"chair", N_("The Chair alone learns which State objected.")},
    Words{"any_state", N_("States learn which State objected; the public does not.")},
    Words{"public", N_("Everyone learns which State objected.")},
};

template <std::size_t N>
std::string_view words_in(const std::array<Words, N>& table, std::string_view name, const Visit& visit) {
    for (const auto& [known, words] : table)
        if (known == name) return visit.in.tr(words);
    return name;
}

std::string_view voice_words(std::string_view voice, const Visit& visit) {
    for (const Choice& choice : voice_choices())
        if (choice.value == voice) return visit.in.tr(choice.label);
    return {};
}

/// What the line says while it is open, with {names} that the live part fills in as they change.
std::string open_words(const QuestionCard& card, const Visit& visit) {
    if (card.asked == Asked::vote)
        return std::string(visit.in.tr("The vote is open: {cast} of {members} States have voted."));
    if (card.objections) return std::string(visit.in.tr("Open. Objections that stand: {objections}"));
    return std::string(visit.in.tr("Open."));
}

std::string line_of(const QuestionCard& card, const Visit& visit) {
    if (card.ended && card.outcome.empty()) return std::string(visit.in.tr("Taken back without a result"));
    if (card.ended) return std::string(outcome_words(card.outcome, visit));
    const std::string cast = visit.in.number(card.votes_cast), members = visit.in.number(card.members),
                      objections = visit.in.number(card.objections.value_or(0));
    const std::pair<std::string_view, std::string_view> values[] = {
        {"cast", cast}, {"members", members}, {"objections", objections}};
    return web::fill(open_words(card, visit), values);
}

Html word(std::string_view name, std::string_view text) {
    return li(data_value(name), text);
}

/// What is shown here, for the live part to tell when something else is asked.
Html shown_words(std::int64_t question, std::int64_t appeal, const Visit& visit) {
    const auto& in = visit.in;
    return group(
        word("lost", in.tr("The connection is lost; trying again. Reload the page to see what is new.")),
        word("connected", in.tr("Connected: this part of the page keeps itself up to date.")),
        word("question", std::to_string(question)), word("appeal", std::to_string(appeal)));
}

/// Said once there is something to see that this page has not.
Html newer_part(std::string_view live, const Visit& visit) {
    const auto page = web::Url::same_site(live.substr(0, live.rfind('/')));
    return p(css("notice notice-caution"), role("status"), data_part("newer"), hidden(),
             a(href(*page), visit.in.tr("Something new is asked about this proposal: reload the page.")));
}

/// The words that the live part needs, translated here.
Html live_words(const QuestionCard& card, std::int64_t appeal, const Visit& visit) {
    const auto& in = visit.in;
    Html words =
        group(shown_words(card.id, appeal, visit), word("open", open_words(card, visit)),
              word("taken_back", in.tr("Taken back without a result")),
              word("closes_in", in.tr("closes in {time}")), word("over", in.tr("The time is over.")));
    for (const auto& [name, text] : outcomes) words += word(name, in.tr(text));
    for (const Choice& choice : voice_choices()) words += word(choice.value, in.tr(choice.label));
    return ul(hidden(), data_part("words"), words);
}

bool stands(const QuestionCard& card, std::string_view state) {
    return std::ranges::any_of(card.objectors,
                               [&](const ObjectionRow& row) { return row.state == state && !row.withdrawn; });
}

Html objectors(const QuestionCard& card, const Visit& visit) {
    const auto& in = visit.in;
    if (card.asked == Asked::vote) return {};
    Html told = p(css("muted"), words_in(told_to, card.disclosed_to, visit));
    if (!card.objections) return told;
    Html live;
    for (const StateName& state : card.states)
        live += li(data_state(state.state), hidden(!stands(card, state.state)), bdi(state.name));
    if (!card.states.empty())
        told = group(told, h3(in.tr("States whose objection stands")),
                     ul(css("names"), data_part("objectors"), live));
    Html rows;
    for (const ObjectionRow& row : card.objectors)
        rows += tr(th(scope("row"), bdi(row.name)), td(data_label(in.tr("Objected")), in.moment(row.lodged)),
                   td(data_label(in.tr("Grounds")), bdi(row.grounds)),
                   td(data_label(in.tr("Withdrawn")),
                      row.withdrawn ? in.moment(*row.withdrawn) : std::string(in.tr("no: it stands"))));
    if (card.objectors.empty()) return group(told, p(in.tr("No State has objected.")));
    return group(told,
                 table(css("table table-list"), caption(in.tr("Objections")),
                       thead(tr(th(scope("col"), in.tr("State")), th(scope("col"), in.tr("Objected")),
                                th(scope("col"), in.tr("Grounds")), th(scope("col"), in.tr("Withdrawn")))),
                       tbody(rows)));
}

Html count(std::string_view label, std::string_view part, const std::optional<std::int64_t>& number,
           const Visit& visit) {
    if (!number) return {};
    return group(dt(label), dd(span(data_part(part), visit.in.number(*number))));
}

Html voices(const QuestionCard& card, const Visit& visit) {
    const auto& in = visit.in;
    if (card.asked != Asked::vote) return {};
    Html counts = dl(css("facts"), count(in.tr("In favour"), "in_favour", card.in_favour, visit),
                     count(in.tr("Against"), "against", card.against, visit),
                     count(in.tr("Abstentions"), "abstaining", card.abstaining, visit),
                     count(in.tr("Votes cast"), "cast", card.votes_cast, visit));
    if (card.votes.empty())
        return group(counts,
                     p(css("muted"), in.tr("How each State voted is not on the record: no roll-call was "
                                           "asked for.")));
    Html rows;
    for (const VoteRow& row : card.votes)
        rows += tr(data_state(row.state), th(scope("row"), bdi(row.name)),
                   td(data_label(in.tr("Vote")), span(data_part("voice"), voice_words(row.voice, visit))),
                   td(data_label(in.tr("Later said to have meant")), voice_words(row.corrected, visit)));
    return group(counts,
                 details(open(!card.ended), summary(in.tr("The roll-call")),
                         table(css("table table-list"), caption(in.tr("How each State voted")),
                               thead(tr(th(scope("col"), in.tr("State")), th(scope("col"), in.tr("Vote")),
                                        th(scope("col"), in.tr("Later said to have meant")))),
                               tbody(data_part("votes"), rows))));
}

Html times(const QuestionCard& card, const Visit& visit) {
    const auto& in = visit.in;
    Html rows = group(dt(in.tr("Put")), dd(in.moment(card.put)));
    if (card.closes)
        rows += group(dt(in.tr("Closes")), dd(in.moment(*card.closes), " ", span(data_part("closes"))));
    if (card.declared_from && !card.ended)
        rows += group(dt(in.tr("The outcome is declared not before")), dd(in.moment(*card.declared_from)));
    if (card.ended) rows += group(dt(in.tr("Ended")), dd(in.moment(*card.ended)));
    if (!card.taken_back.empty()) rows += group(dt(in.tr("Reason")), dd(bdi(card.taken_back)));
    rows += group(dt(in.tr("States that take part")), dd(in.number(card.members)));
    rows += group(dt(in.tr("Decided by")),
                  dd(a(href(web::Url("/charters/versions")),
                       in.tr("clause {clause} of version {n} of the charter",
                             {{"clause", card.clause}, {"n", std::to_string(card.charter_version)}}))));
    return dl(css("facts"), rows);
}

Html own_line(const QuestionCard& card, const Visit& visit) {
    if (card.own.empty()) return {};
    if (card.own == "objects") return p(strong(visit.in.tr("Your State's objection stands.")));
    return p(strong(visit.in.tr("Your State has voted: {voice}", {{"voice", voice_words(card.own, visit)}})));
}

} // namespace

std::string_view outcome_words(std::string_view outcome, const Visit& visit) {
    return words_in(outcomes, outcome, visit);
}

Html draw_waiting(const DecisionPage& page, std::string_view live, std::int64_t appeal, const Visit& visit) {
    return section(
        css("question"), data_live(*web::Url::same_site(live)),
        ul(hidden(), data_part("words"), shown_words(page.question ? page.question->id : 0, appeal, visit)),
        newer_part(live, visit),
        p(css("muted"), role("status"), data_part("connection"),
          visit.in.tr("Reload the page to see what is new.")));
}

Html draw_question(const QuestionCard& card, std::string_view live, std::int64_t appeal, const Visit& visit) {
    const auto& in = visit.in;
    const bool is_live = !live.empty() && !card.ended;
    Html body = group(h2(in.tr(title_of(card.asked))),
                      p(css(card.ended ? "notice" : "notice notice-caution"),
                        strong(data_part("line"), role("status", is_live), line_of(card, visit))),
                      own_line(card, visit), times(card, visit), objectors(card, visit), voices(card, visit));
    if (!is_live) return section(css("question"), id("question-" + std::to_string(card.id)), body);
    return section(css("question"), id("question-" + std::to_string(card.id)),
                   data_live(*web::Url::same_site(live)), live_words(card, appeal, visit),
                   newer_part(live, visit), body,
                   p(css("visually-hidden"), role("status"), data_part("closing_soon")),
                   p(css("muted"), role("status"), data_part("connection"),
                     in.tr("Reload the page to see what is new.")),
                   p(data_part("ended"), hidden(),
                     a(href(web::Url::here("question-" + std::to_string(card.id))),
                       in.tr("The question is over: reload the page for the record."))));
}

} // namespace poa::decisions
