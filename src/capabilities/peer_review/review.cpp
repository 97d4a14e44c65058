// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/review.hpp"

#include "base/input.hpp"
#include "base/json.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace poa::peer_review {
namespace {

/// A name and its wording, by the number of the enumerator.
struct Words {
    std::string_view name, title;
};

constexpr std::array<Words, 9> stage_words = {{
    {"volunteered", N_("The State looks for reviewers")},
    {"paired", N_("Reviewers are fixed")},
    {"questions", N_("Reviewers ask questions")},
    {"answers", N_("The State answers")},
    {"visit", N_("Visit")},
    {"drafting", N_("Reviewers draft")},
    {"commenting", N_("The draft is with the State")},
    {"finished", N_("Finished")},
    {"withdrawn", N_("Withdrawn by the State")},
}};
constexpr std::array<Words, 2> scope_words = {{
    {"desk", N_("At the desk")},
    {"visit", N_("With a visit")},
}};
constexpr std::array<std::string_view, 13> verb_names = {
    "find",      "leave",   "pair",   "ask",       "answer",     "visit",   "draft",
    "hand_over", "comment", "finish", "follow_up", "contribute", "withdraw"};
constexpr std::array<Words, 5> standing_words = {{
    {"invited", N_("Invited by the State")},
    {"offered", N_("Offered to review")},
    {"agreed", N_("Is a reviewer")},
    {"declined", N_("Declined by the State")},
    {"stepped_back", N_("Stepped back")},
}};
constexpr std::array<Words, 9> kind_words = {{
    {"question", N_("Question")},
    {"answer", N_("Answer")},
    {"visit_note", N_("Note of the visit")},
    {"finding", N_("Finding")},
    {"recommendation", N_("Recommendation")},
    {"comment", N_("Comment of the State")},
    {"response", N_("Response of the State")},
    {"contribution", N_("Contribution of an organisation")},
    {"follow_up", N_("What became of it, as the State tells")},
}};
constexpr std::array<Words, 5> evidence_words = {{
    {"", N_("None named")},
    {"document", N_("A document on the record, by its symbol")},
    {"link", N_("A published page, by its address")},
    {"interview", N_("A statement in an interview")},
    {"observed", N_("Seen by the reviewers themselves")},
}};

template <class Enum, std::size_t n> const Words& words_of(const std::array<Words, n>& words, Enum value) {
    return words.at(static_cast<std::size_t>(value));
}
template <class Enum, std::size_t n>
std::optional<Enum> parse(const std::array<Words, n>& words, std::string_view name) {
    for (std::size_t i = 0; i < n; ++i)
        if (words[i].name == name) return static_cast<Enum>(i);
    return std::nullopt;
}

bool is_party(const Sight& sight) {
    return sight.is_reviewed || sight.is_reviewer;
}

bool is_own(const Statement& statement, const Sight& sight) {
    return std::ranges::find(sight.bodies, statement.author) != sight.bodies.end();
}

bool is_of_draft(StatementKind kind) {
    return kind == StatementKind::finding || kind == StatementKind::recommendation;
}

/// Before it is handed over a draft is nobody's but the reviewers'.
bool may_read_as_party(const Review& review, const Statement& statement, const Sight& sight) {
    if (!is_of_draft(statement.kind) || sight.is_reviewer) return true;
    return review.stage == ReviewStage::commenting || review.stage == ReviewStage::finished;
}

} // namespace

std::span<const ReviewStage> all_review_stages() {
    using enum ReviewStage;
    static constexpr std::array stages = {volunteered, paired,     questions, answers,  visit,
                                          drafting,    commenting, finished,  withdrawn};
    return stages;
}
std::string_view name_of(ReviewStage stage) {
    return words_of(stage_words, stage).name;
}
std::string_view title_of(ReviewStage stage) {
    return words_of(stage_words, stage).title;
}
std::string_view name_of(ReviewScope scope) {
    return words_of(scope_words, scope).name;
}
std::string_view title_of(ReviewScope scope) {
    return words_of(scope_words, scope).title;
}
std::optional<ReviewScope> parse_review_scope(std::string_view name) {
    return parse<ReviewScope>(scope_words, name);
}
std::string_view name_of(ReviewVerb verb) {
    return verb_names.at(static_cast<std::size_t>(verb));
}
std::string_view name_of(ReviewerStanding standing) {
    return words_of(standing_words, standing).name;
}
std::string_view title_of(ReviewerStanding standing) {
    return words_of(standing_words, standing).title;
}
std::string_view name_of(StatementKind kind) {
    return words_of(kind_words, kind).name;
}
std::string_view title_of(StatementKind kind) {
    return words_of(kind_words, kind).title;
}
std::string_view name_of(EvidenceKind kind) {
    return words_of(evidence_words, kind).name;
}
std::string_view title_of(EvidenceKind kind) {
    return words_of(evidence_words, kind).title;
}
std::optional<EvidenceKind> parse_evidence_kind(std::string_view name) {
    return parse<EvidenceKind>(evidence_words, name);
}

std::span<const ReviewStep> review_steps() {
    using enum ReviewStage;
    using Verb = ReviewVerb;
    // A State may go on looking while the work has begun, so that who steps back can be replaced. What is
    // asked late is answered late: no answer is refused for its hour until the draft is handed over.
    static constexpr std::array<ReviewStep, 46> steps = {{
        {volunteered, Verb::find, volunteered},
        {volunteered, Verb::leave, volunteered},
        {volunteered, Verb::pair, paired},
        {volunteered, Verb::contribute, volunteered},
        {volunteered, Verb::withdraw, withdrawn},

        {paired, Verb::find, paired},
        {paired, Verb::leave, paired},
        {paired, Verb::ask, questions},
        {paired, Verb::contribute, paired},
        {paired, Verb::withdraw, withdrawn},

        {questions, Verb::find, questions},
        {questions, Verb::leave, questions},
        {questions, Verb::ask, questions},
        {questions, Verb::answer, answers},
        {questions, Verb::contribute, questions},
        {questions, Verb::withdraw, withdrawn},

        {answers, Verb::find, answers},
        {answers, Verb::leave, answers},
        {answers, Verb::ask, answers},
        {answers, Verb::answer, answers},
        {answers, Verb::visit, visit},
        {answers, Verb::draft, drafting},
        {answers, Verb::contribute, answers},
        {answers, Verb::withdraw, withdrawn},

        {visit, Verb::find, visit},
        {visit, Verb::leave, visit},
        {visit, Verb::ask, visit},
        {visit, Verb::answer, visit},
        {visit, Verb::visit, visit},
        {visit, Verb::draft, drafting},
        {visit, Verb::contribute, visit},
        {visit, Verb::withdraw, withdrawn},

        {drafting, Verb::find, drafting},
        {drafting, Verb::leave, drafting},
        {drafting, Verb::answer, drafting},
        {drafting, Verb::draft, drafting},
        {drafting, Verb::hand_over, commenting},
        {drafting, Verb::contribute, drafting},
        {drafting, Verb::withdraw, withdrawn},

        {commenting, Verb::leave, commenting},
        {commenting, Verb::comment, commenting},
        {commenting, Verb::finish, finished},
        {commenting, Verb::withdraw, withdrawn},

        {finished, Verb::finish, finished},
        {finished, Verb::follow_up, finished},
        {finished, Verb::withdraw, withdrawn},
    }};
    return steps;
}

Result<ReviewStage> after(ReviewStage stage, ReviewVerb verb, ReviewScope scope) {
    if (verb == ReviewVerb::visit && scope == ReviewScope::desk)
        return refuse(Refusal::Kind::rule, "peer_review.desk_only");
    for (const ReviewStep& step : review_steps())
        if (step.from == stage && step.verb == verb) return step.to;
    return refuse(Refusal::because(Refusal::Kind::rule, "peer_review.not_at_this_stage")
                      .with("verb", std::string(name_of(verb)))
                      .with("stage", std::string(name_of(stage))));
}

bool runs(const Review& review) {
    return review.stage != ReviewStage::finished && review.stage != ReviewStage::withdrawn;
}

bool is_party(const Reviewer& reviewer) {
    return reviewer.standing != ReviewerStanding::declined &&
           reviewer.standing != ReviewerStanding::stepped_back;
}

Result<void> check_team(std::string_view region, std::span<const std::string> regions) {
    if (regions.empty()) return refuse(Refusal::Kind::rule, "peer_review.no_reviewer");
    // Who is in no regional group is of no other one.
    const auto other = [&](const std::string& of) { return !of.empty() && of != region; };
    if (std::ranges::none_of(regions, other))
        return refuse(Refusal::because(Refusal::Kind::rule, "peer_review.one_region")
                          .with("region", std::string(region)));
    return {};
}

bool may_know(const Review& review, const Sight& sight) {
    if (is_party(sight) || sight.is_asked || review.known_to >= sight.least) return true;
    return review.stage == ReviewStage::finished && review.shown_to >= sight.least;
}

bool may_read(const Review& review, const Statement& statement, const Sight& sight) {
    if (review.stage == ReviewStage::withdrawn || statement.struck || !may_know(review, sight)) return false;
    if (is_own(statement, sight)) return true;
    if (is_party(sight)) return may_read_as_party(review, statement, sight);
    // An organisation speaks in its own name, to whom it chose.
    if (statement.kind == StatementKind::contribution) return statement.audience >= sight.least;
    if (statement.kind == StatementKind::visit_note || review.stage != ReviewStage::finished) return false;
    if (review.shown_to < sight.least) return false;
    return statement.kind != StatementKind::answer || statement.audience >= sight.least;
}

std::vector<Statement> readable(const Review& review, std::span<const Statement> statements,
                                const Sight& sight) {
    std::set<std::int64_t> answered;
    for (const Statement& each : statements)
        if (each.kind == StatementKind::answer && may_read(review, each, sight))
            answered.insert(each.parent.number);
    std::vector<Statement> read;
    for (const Statement& each : statements) {
        if (!may_read(review, each, sight)) continue;
        // What was asked would tell on what was not answered to these readers.
        const bool stands_alone =
            each.kind != StatementKind::question || is_party(sight) || answered.contains(each.id.number);
        if (stands_alone) read.push_back(each);
    }
    return read;
}

Sha256 digest_of(std::span<const Statement> statements) {
    Sha256Stream stream;
    for (const Statement& each : statements) {
        if (each.struck) continue;
        std::string line;
        JsonWriter json(line);
        json.begin_object().key("kind").value(name_of(each.kind)).key("author").value(each.author);
        json.key("text").value(each.text).key("about").value(each.about);
        json.key("evidence").value(name_of(each.evidence)).key("evidence_text").value(each.evidence_text);
        json.key("choice").value(each.choice).key("audience").value(name_of(each.audience)).end_object();
        line += '\n';
        stream.add(bytes_of(line));
    }
    return stream.finish();
}

} // namespace poa::peer_review
