// SPDX-License-Identifier: Apache-2.0
#pragma once
// From the record to page structs: positions question by question and actor by actor. `today` is the day
// groups of States are taken as of.

#include "capabilities/views/pages_loading.hpp"
#include "capabilities/views/pages_matrix.hpp"

namespace poa::views {

struct MatrixQuery {
    std::string group;    ///< key of a group of States
    std::string pillar;   ///< key; "all"
    std::string question; ///< key
    std::string kind;     ///< states, stakeholders, all; empty: states
    std::string from;     ///< key of the question whose part is shown; empty: the first part
    bool whole = false;   ///< all parts on one page, for paper
};
struct QuestionQuery {
    std::string question, group;
};
struct ActorQuery {
    std::string actor; ///< code
};
struct CompareQuery {
    std::string states;             ///< codes with commas or spaces between
    std::vector<std::string> state; ///< ticked
};
struct ConvergenceQuery {
    std::string pillar, group;
};
struct ClustersQuery {
    std::int64_t k = 0;
};
struct CodersQuery {
    std::string first, second;
};
[[nodiscard]] const Input<MatrixQuery>& input_of(Of<MatrixQuery>);
[[nodiscard]] const Input<QuestionQuery>& input_of(Of<QuestionQuery>);
[[nodiscard]] const Input<ActorQuery>& input_of(Of<ActorQuery>);
[[nodiscard]] const Input<CompareQuery>& input_of(Of<CompareQuery>);
[[nodiscard]] const Input<ConvergenceQuery>& input_of(Of<ConvergenceQuery>);
[[nodiscard]] const Input<ClustersQuery>& input_of(Of<ClustersQuery>);
[[nodiscard]] const Input<CodersQuery>& input_of(Of<CodersQuery>);

inline constexpr std::size_t compared_actors_most = 12;

/// Without pillar and question people get the list of pillars alone, programs every question. People get many
/// questions part by part (pages_matrix_parts.hpp) unless they ask for all of them. Refuses
/// views.no_such_pillar, views.no_such_question, members.no_such_group (not_found).
[[nodiscard]] Result<MatrixPage> load_matrix(const Loading& at, const MatrixQuery& query, Day today);
[[nodiscard]] Result<QuestionsPage> load_questions(const Loading& at);
[[nodiscard]] Result<ActorsPage> load_actors(const Loading& at);
/// Refuses views.no_such_actor (not_found).
[[nodiscard]] Result<ActorPage> load_actor(const Loading& at, const ActorQuery& query);
/// Codes without positions are given back to people with the form; for programs it refuses
/// "views.compare_unknown" (codes) and "views.compare_too_many" (most) at the field "states" (bad_input).
[[nodiscard]] Result<ComparePage> load_compare(const Loading& at, const CompareQuery& query);
/// Of the first two coders, or of the two named. Refuses views.no_such_coder (not_found).
[[nodiscard]] Result<CodersPage> load_coders(const Loading& at, const CodersQuery& query);

/// Places of actors as they are shown: States in alphabetical order, then stakeholders. `kind` and `group` as
/// in MatrixQuery; a group has States only. Refuses members.no_such_group (not_found).
[[nodiscard]] Result<std::vector<std::size_t>> actors_shown(const Loading& at, std::string_view kind,
                                                            std::string_view group, Day today);
/// The same without a group, which nothing refuses.
[[nodiscard]] std::vector<std::size_t> actors_shown(const Loading& at, std::string_view kind);
/// Groups that have States with positions.
[[nodiscard]] std::vector<GroupChoice> group_choices(const Loading& at, Day today);
/// "other" for questions that belong to none.
[[nodiscard]] std::string_view pillar_key(const Variable& variable);
[[nodiscard]] std::string_view pillar_words(std::string_view key, const web::Visit& visit);
/// Those that have questions, with the answers of these actors, each leading to `base`?pillar=...
[[nodiscard]] std::vector<PillarRow> pillar_rows(const Loading& at, const std::vector<std::size_t>& actors,
                                                 const web::Url& base);
/// Places of the questions of a pillar ("all": of every one), pillar by pillar. Refuses views.no_such_pillar.
[[nodiscard]] Result<std::vector<std::size_t>> questions_in(const Loading& at, std::string_view pillar);
/// Of every pillar.
[[nodiscard]] std::vector<std::size_t> all_questions(const Loading& at);
/// The answered cells of these actors and questions.
void fill_cells(const Loading& at, const std::vector<std::size_t>& actors,
                const std::vector<std::size_t>& variables, MatrixCells& page);

} // namespace poa::views
