// SPDX-License-Identifier: Apache-2.0
#pragma once
// The general engine of accreditation: one organisation's application on its way through whatever the charter
// says (section 15). The five models of practice are settings of it: the open-ended working group 2021-2025,
// the mechanism of 2025, the working group on ageing (A/AC.278/2011/2), the Ad Hoc Committee on cybercrime
// (A/RES/75/282), the Convention on conventional weapons (rule 49).

#include "capabilities/charter/modalities.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::charter {

struct AccreditationPolicy {
    std::string model;
    bool admits = true;          ///< false: the charter knows no accreditation, nothing is circulated
    bool list_circulated = true; ///< false: who asks may attend, no State is asked to object
    bool every_one_before_the_body = false; ///< the body decides on the whole list, contested or not
    bool consultative_status_exempt = true;
    std::int64_t window_days = 30;
    std::string disclosed_to, grounds, validity; ///< as the clauses have them
    bool consultation = false;
    DecisionRule contested; ///< what decides where an objection is maintained
    [[nodiscard]] static AccreditationPolicy of(const Charter& charter);
    /// One objection that is maintained ends it; nobody else is asked.
    [[nodiscard]] bool one_objection_excludes() const {
        return !every_one_before_the_body && contested.form == RuleForm::non_objection;
    }
};

enum class ApplicationStage : std::uint8_t {
    submitted,
    circulated,
    under_consultation,
    before_the_body,
    accredited,
    rejected,
    exempt
};
[[nodiscard]] std::string_view name_of(ApplicationStage stage);  ///< "under_consultation": for programs
[[nodiscard]] std::string_view title_of(ApplicationStage stage); ///< source string
[[nodiscard]] std::optional<ApplicationStage> parse_stage(std::string_view name);
/// Nothing more is decided about it.
[[nodiscard]] constexpr bool is_final(ApplicationStage stage) {
    return stage >= ApplicationStage::accredited;
}

struct Objection {
    std::string state;   ///< ISO3
    std::string grounds; ///< empty: none given
    Day lodged;
};

struct Application {
    ApplicationStage stage = ApplicationStage::submitted;
    bool in_consultative_status = false;
    std::optional<Day> circulated_on, decided_on;
    std::vector<Objection> objections; ///< those that stand
};

enum class ApplicationVerb : std::uint8_t {
    circulate,
    object,
    withdraw,
    close_window,
    end_consultation,
    decide
};
[[nodiscard]] std::string_view name_of(ApplicationVerb verb);  ///< "close_window": for programs
[[nodiscard]] std::string_view title_of(ApplicationVerb verb); ///< source string
[[nodiscard]] std::optional<ApplicationVerb> parse_verb(std::string_view name);

/// One row of the table that the engine goes by. Of the rows of a stage and a verb the first whose condition
/// holds says what comes next; where a stage has no row of a verb, the verb is refused.
struct Transition {
    ApplicationStage from;
    ApplicationVerb verb;
    ApplicationStage to;
    std::string_view when; ///< source string; empty: always
    bool (*holds)(const AccreditationPolicy&, const Application&, bool adopted);
};
[[nodiscard]] std::span<const Transition> transitions();

// Each verb refuses (rule) with the clause: "accreditation.wrong_stage" (stage, verb),
// "accreditation.window_closed" (last), "accreditation.window_open" (last),
// "accreditation.not_circulated_yet" (circulated), "accreditation.grounds_required",
// "accreditation.already_objected", "accreditation.no_such_objection", "accreditation.no_consultation",
// "accreditation.none".

/// To all States; accredited at once where no list is circulated, exempt where the charter exempts it.
[[nodiscard]] Result<Application> circulate(const AccreditationPolicy&, Application, Day on);
[[nodiscard]] Result<Application> object(const AccreditationPolicy&, Application, Objection);
/// After the window: without objections accredited; else to consultation, to the body, or rejected, as the
/// policy says.
[[nodiscard]] Result<Application> close_window(const AccreditationPolicy&, Application, Day on);
/// After the window the last objection that is withdrawn leaves nothing contested.
[[nodiscard]] Result<Application> withdraw_objection(const AccreditationPolicy&, Application,
                                                     std::string_view state, Day on);
/// The Chair ends consultations: whoever maintains an objection lets the policy decide.
[[nodiscard]] Result<Application> end_consultation(const AccreditationPolicy&, Application, Day on);
/// The body decides by the policy's rule. Needs: a tally that `decide` takes.
[[nodiscard]] Result<Application> decide_application(const AccreditationPolicy&, Application, const Tally&,
                                                     Day on);

/// The last day on which a State may object: so many days after the one of circulation.
[[nodiscard]] Day last_day_of_window(const AccreditationPolicy&, Day circulated);

/// How long it holds: to the last day of the session or of the cycle it was given for; nothing: until
/// withdrawn.
[[nodiscard]] std::optional<Day> holds_until(const AccreditationPolicy&, Day end_of_session,
                                             Day end_of_cycle);

/// Who may learn of an objection and, if given, its grounds.
enum class Asker : std::uint8_t { the_public, other_state, chair };
[[nodiscard]] bool may_learn_of_objection(const AccreditationPolicy&, Asker);

} // namespace poa::charter
