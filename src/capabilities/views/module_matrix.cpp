// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/module_matrix.hpp"

#include "capabilities/views/pages_contradictions_drawing.hpp"
#include "capabilities/views/pages_contradictions_loading.hpp"
#include "capabilities/views/pages_convergence_drawing.hpp"
#include "capabilities/views/pages_convergence_loading.hpp"
#include "capabilities/views/pages_matrix_drawing.hpp"

namespace poa::views {
namespace {

using web::Visit;

/// A page that is one read of the database, on what stands now. `load` may ask for the query and the day.
template <class Page, class Query, class Load, class Draw>
void add_read(web::Routes& routes, const ModuleLinks& links, std::string pattern, std::string name,
              std::string_view summary, const Input<Query>& input, Load load, Draw draw) {
    routes.page<Page>(
        std::move(pattern), {std::move(name), summary}, input,
        [links, load](const Visit& visit, const Query& query) {
            return links.database.read([&](storage::Session& session) -> Result<Page> {
                auto standing = links.standing.of(session);
                auto states = links.states.now();
                const Loading at{session, *standing, *states, visit};
                if constexpr (requires { load(at, query, Day()); })
                    return load(at, query, Day::of(links.clock.now()));
                else if constexpr (requires { load(at, query); })
                    return load(at, query);
                else
                    return load(at);
            });
        },
        draw);
}

void add_matrix(web::Routes& routes, const ModuleLinks& links) {
    add_read<MatrixPage>(routes, links, "/views/matrix", "views.matrix",
                         N_("Who answers what: questions by States"), input_of(Of<MatrixQuery>{}),
                         load_matrix, draw_matrix);
    routes.raw("/views/matrix.sdmx.csv",
               {"views.matrix_sdmx", N_("The matrix of positions as a statistical table (SDMX-CSV)")},
               "text/csv", [links](const Visit&, const web::Drawing&) {
                   return http::Answer::text(
                       200, "text/csv; charset=utf-8", links.database.read([&](storage::Session& session) {
                           auto standing = links.standing.of(session);
                           return matrix_sdmx_csv(standing->matrix, whole(standing->matrix));
                       }));
               });
    add_read<QuestionsPage>(routes, links, "/views/questions", "views.questions",
                            N_("All questions, pillar by pillar"), web::no_query(), load_questions,
                            draw_questions);
    add_read<QuestionPage>(routes, links, "/views/questions/{question}", "views.question",
                           N_("One question: its answers, a map, and how far they agree"),
                           input_of(Of<QuestionQuery>{}), load_question, draw_question);
    add_read<ActorsPage>(routes, links, "/views/actors", "views.actors", N_("Who replied"), web::no_query(),
                         load_actors, draw_actors);
    add_read<ActorPage>(routes, links, "/views/actors/{actor}", "views.actor",
                        N_("All positions of one State or stakeholder"), input_of(Of<ActorQuery>{}),
                        load_actor, draw_actor);
    add_read<ComparePage>(routes, links, "/views/compare", "views.compare", N_("States side by side"),
                          input_of(Of<CompareQuery>{}), load_compare, draw_compare);
}

void add_convergence(web::Routes& routes, const ModuleLinks& links) {
    add_read<ConvergencePage>(routes, links, "/views/convergence", "views.convergence",
                              N_("How far the replies agree, question by question"),
                              input_of(Of<ConvergenceQuery>{}), load_convergence, draw_convergence);
    add_read<ClustersPage>(routes, links, "/views/clusters", "views.clusters",
                           N_("Replies that lie near each other"), input_of(Of<ClustersQuery>{}),
                           load_clusters, draw_clusters);
    add_read<CodersPage>(routes, links, "/views/coders", "views.coders", N_("How far two coders agree"),
                         input_of(Of<CodersQuery>{}), load_coders, draw_coders);
}

void add_contradictions(web::Routes& routes, const ModuleLinks& links) {
    add_read<ContradictionsPage>(routes, links, "/views/contradictions", "views.contradictions",
                                 N_("Where replies contradict each other"), web::no_query(),
                                 load_contradictions, draw_contradictions);
    add_read<ContradictionPage>(routes, links, "/views/contradictions/{contradiction}", "views.contradiction",
                                N_("One contradiction: who asks for what"),
                                input_of(Of<ContradictionQuery>{}), load_contradiction, draw_contradiction);
    add_read<LawPage>(routes, links, "/views/international-law", "views.international_law",
                      N_("What replies say of international law"), web::no_query(), load_international_law,
                      draw_international_law);
}

} // namespace

void add_matrix_routes(web::Routes& routes, ModuleLinks links) {
    routes.sentence("views.no_such_pillar", N_("There is no such pillar of questions."));
    routes.sentence("views.no_such_coder", N_("No readings of such a coder are on the record."));
    routes.sentence("views.compare_unknown", N_("No positions of {actor} are on the record."));
    routes.sentence("views.compare_too_many", N_("At most {most} stand side by side. Leave some out."));
    routes.sentence("views.no_such_contradiction", N_("There is no such contradiction on the list."));
    add_matrix(routes, links);
    add_convergence(routes, links);
    add_contradictions(routes, links);
}

} // namespace poa::views
