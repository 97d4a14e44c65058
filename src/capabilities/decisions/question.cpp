// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/question.hpp"

#include "base/input.hpp"

#include <algorithm>
#include <array>

namespace poa::decisions {
namespace {

struct AskedRow {
    Asked asked;
    std::string_view name, title;
};
constexpr std::array asked_rows{
    AskedRow{Asked::consensus, "consensus", N_("Consensus")},
    AskedRow{Asked::silence, "silence", N_("Silence procedure")},
    AskedRow{Asked::non_objection, "non_objection", N_("Non-objection")},
    AskedRow{Asked::vote, "vote", N_("Vote")},
};
constexpr std::array<std::string_view, 3> voices{"yes", "no", "abstain"};

/// Collects what stands against an act on a question, each reason with the question's clause.
class Against {
  public:
    explicit Against(const Question& question) : question_(question) {}
    Against& say(bool holds, std::string code, std::vector<std::pair<std::string, std::string>> facts = {},
                 Refusal::Kind kind = Refusal::Kind::rule, std::string field = {}) {
        if (!holds) return *this;
        if (refusal_.reasons.empty()) refusal_.kind = kind;
        refusal_.reasons.push_back(
            Reason{std::move(code), std::move(field), std::move(facts), question_.applied.clause});
        return *this;
    }
    /// One that has a clause of its own.
    void say(Reason reason) { refusal_.reasons.push_back(std::move(reason)); }
    Against& over() {
        if (question_.is_open()) return *this;
        return say(true, "decisions.question_over",
                   {{"ended", iso(*question_.ended)},
                    {"outcome",
                     std::string(question_.outcome ? charter::name_of(*question_.outcome) : "taken_back")}});
    }
    /// The last moment itself is too late: what closes at noon is closed at noon.
    Against& late(Instant now) {
        const bool late =
            question_.is_open() && question_.closes && moment_of(question_, now) >= *question_.closes;
        return say(late, "decisions.too_late",
                   late ? std::vector<std::pair<std::string, std::string>>{{"closed", iso(*question_.closes)}}
                        : std::vector<std::pair<std::string, std::string>>{});
    }
    Result<void> result() {
        if (refusal_.reasons.empty()) return {};
        return refuse(std::move(refusal_));
    }

  private:
    const Question& question_;
    Refusal refusal_{Refusal::Kind::rule, {}};
};

std::int64_t count(const Question& question, std::span<const Vote> votes, Voice voice) {
    return std::ranges::count_if(votes, [&](const Vote& vote) { return counted(question, vote) == voice; });
}

} // namespace

std::string_view name_of(Asked asked) {
    return asked_rows[static_cast<std::size_t>(asked)].name;
}
std::string_view title_of(Asked asked) {
    return asked_rows[static_cast<std::size_t>(asked)].title;
}
std::optional<Asked> parse_asked(std::string_view name) {
    for (const AskedRow& row : asked_rows)
        if (row.name == name) return row.asked;
    return std::nullopt;
}
std::string_view name_of(Voice voice) {
    return voices[static_cast<std::size_t>(voice)];
}
std::optional<Voice> parse_voice(std::string_view name) {
    for (std::size_t i = 0; i < voices.size(); ++i)
        if (voices[i] == name) return static_cast<Voice>(i);
    return std::nullopt;
}

Result<void> may_object(const Question& question, bool entitled, const Objection* own,
                        std::string_view grounds, Instant now) {
    const bool stands = own != nullptr && !own->withdrawn;
    Against against(question);
    against.over().late(now);
    against.say(question.asked == Asked::vote, "decisions.not_by_objection");
    against.say(!entitled, "decisions.not_entitled");
    against.say(stands, "decisions.objected_already",
                stands ? std::vector<std::pair<std::string, std::string>>{{"at", iso(own->lodged)}}
                       : std::vector<std::pair<std::string, std::string>>{},
                Refusal::Kind::conflict);
    against.say(question.applied.grounds == Grounds::mandatory && grounds.empty(), "decisions.grounds_needed",
                {}, Refusal::Kind::bad_input, "grounds");
    return against.result();
}

Result<void> may_withdraw_objection(const Question& question, const Objection* own, Instant now) {
    return Against(question)
        .over()
        .late(now)
        .say(own == nullptr || own->withdrawn.has_value(), "decisions.no_objection")
        .result();
}

Result<void> may_vote(const Question& question, bool entitled, const Vote* own, Instant) {
    Against against(question);
    against.over();
    against.say(question.asked != Asked::vote, "decisions.not_a_vote");
    against.say(!entitled, "decisions.not_entitled");
    if (own != nullptr)
        against.say(true, "decisions.voted_already",
                    {{"voice", std::string(name_of(own->voice))}, {"at", iso(own->cast)}},
                    Refusal::Kind::conflict);
    return against.result();
}

Result<void> may_correct(const Question& question, const Vote* own, Instant now) {
    Against against(question);
    against.say(question.asked != Asked::vote, "decisions.not_a_vote");
    against.say(question.asked == Asked::vote && own == nullptr, "decisions.not_voted");
    against.say(own != nullptr && own->corrected.has_value(), "decisions.corrected_already", {},
                Refusal::Kind::conflict);
    if (question.ended) {
        const Instant until = question.ended->plus_seconds(question.applied.correction_hours * 3600);
        against.say(now >= until, "decisions.correction_over", {{"until", iso(until)}});
    }
    return against.result();
}

std::optional<Instant> closable_from(const Question& question) {
    if (question.asked == Asked::silence || question.asked == Asked::non_objection) return std::nullopt;
    return question.put.plus_seconds(question.applied.least_minutes * 60);
}

Result<void> may_close(const Question& question, std::int64_t spoken, Instant now) {
    Against against(question);
    against.over();
    const auto from = closable_from(question);
    if (question.is_open() && from && moment_of(question, now) < *from && spoken < question.members)
        against.say(
            Reason{"decisions.too_soon",
                   {},
                   {{"from", iso(*from)}, {"minutes", std::to_string(question.applied.least_minutes)}},
                   charter::spec_of(charter::clause::decisions::least_minutes_open).number});
    if (question.is_open() && question.closes && moment_of(question, now) < *question.closes)
        against.say(true, "decisions.not_yet", {{"closes", iso(*question.closes)}});
    return against.result();
}

Result<void> may_extend(const Question& question, Instant closes, Instant now) {
    Against against(question);
    against.over().late(now);
    against.say(!question.closes, "decisions.no_end");
    against.say(question.closes && closes <= *question.closes, "decisions.not_longer");
    return against.result();
}

Voice counted(const Question& question, const Vote& vote) {
    const bool counts = vote.corrected && (!question.ended || *vote.corrected_at <= *question.ended);
    return counts ? *vote.corrected : vote.voice;
}

charter::Tally tally_of(const Question& question, std::span<const Objection> objections,
                        std::span<const Vote> votes) {
    charter::Tally tally;
    tally.members = question.members;
    tally.objections = std::ranges::count_if(objections, [](const Objection& one) { return !one.withdrawn; });
    tally.in_favour = count(question, votes, Voice::yes);
    tally.against = count(question, votes, Voice::no);
    tally.abstaining = count(question, votes, Voice::abstain);
    return tally;
}

charter::Outcome outcome_of(const Question& question, const charter::Tally& tally) {
    charter::DecisionRule rule = question.applied.rule;
    switch (question.asked) {
    case Asked::consensus:
        rule.form = charter::RuleForm::consensus;
        break;
    case Asked::silence:
        rule.form = charter::RuleForm::silence;
        break;
    case Asked::non_objection:
        rule.form = charter::RuleForm::non_objection;
        break;
    case Asked::vote:
        rule.form = charter::RuleForm::vote;
        break;
    }
    return charter::decide(rule, tally);
}

bool binds_politically(std::string_view body, const Question& decided) {
    if (!decided.outcome || !charter::is_adopted(*decided.outcome)) return false;
    return !body.starts_with("group:") || (decided.tally.objections == 0 && decided.tally.against == 0);
}

Asked first_asked(const charter::DecisionRule& rule) {
    switch (rule.form) {
    case charter::RuleForm::vote:
        return Asked::vote;
    case charter::RuleForm::silence:
        return Asked::silence;
    case charter::RuleForm::non_objection:
        return Asked::non_objection;
    case charter::RuleForm::consensus:
    case charter::RuleForm::consensus_then_vote:
        break;
    }
    return Asked::consensus;
}

bool shows_objectors(const RuleApplied& rule, Viewer viewer) {
    switch (rule.disclosure) {
    case Disclosure::nobody:
        return false;
    case Disclosure::chair:
        return viewer == Viewer::chair;
    case Disclosure::any_state:
        return viewer != Viewer::public_;
    case Disclosure::everyone:
        break;
    }
    return true;
}

} // namespace poa::decisions
