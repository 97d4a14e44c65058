// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/export_positions.hpp"

#include "capabilities/documents/documents.hpp"
#include "capabilities/views/labels.hpp"

#include <algorithm>
#include <map>

namespace poa::views {
namespace {

using namespace web::html;
using web::Html;

/// Where passages are read: each document is asked for once.
class Places {
  public:
    explicit Places(storage::Session& session) : session_(session) {}

    /// "A/78/76, para. 17": the document and the passage as it is cited; the document alone where the passage
    /// is not in its current text; empty where not everyone may read it.
    std::string of(const store::KeptPosition& position) {
        if (position.document.empty()) return {};
        const Known& known = document(position.document);
        if (known.cited_as.empty()) return {};
        for (const documents::Version& version : known.versions)
            if (auto passage = documents::find_passage(session_, version.id, position.anchor))
                return known.cited_as + ", " +
                       (passage->passage.label.empty() ? position.anchor : passage->passage.label);
        return known.cited_as;
    }

  private:
    struct Known {
        std::string cited_as;
        std::vector<documents::Version> versions; ///< the current one in each language
    };
    const Known& document(const std::string& slug) {
        auto [place, is_new] = known_.try_emplace(slug);
        if (!is_new) return place->second;
        auto found = documents::find_document_by_slug(session_, slug);
        if (!found || found->audience != Audience::everyone) return place->second;
        place->second.cited_as = found->cited_as();
        place->second.versions = documents::versions_of(session_, found->id);
        std::erase_if(place->second.versions, [](const auto& version) { return !version.is_current; });
        return place->second;
    }

    storage::Session& session_;
    std::map<std::string, Known, std::less<>> known_;
};

std::string_view strength_in(Strength strength, const web::Wording& in) {
    if (strength == Strength::firm) return in.tr("firm");
    if (strength == Strength::conditional) return in.tr("conditional");
    return in.tr("inferred");
}

using PositionsByCell = std::map<std::pair<std::string, std::string>, store::KeptPosition>;

PositionsByCell positions_by_cell(const ExportSubject& subject) {
    PositionsByCell cells;
    for (store::KeptPosition& each : store::positions_after(subject.session, subject.standing.questions(), 0))
        cells.insert_or_assign({each.actor, each.variable}, std::move(each));
    return cells;
}

Html rows_of(const ExportSubject& subject, std::size_t actor, const PositionsByCell& cells, Places& places) {
    const Matrix& matrix = subject.standing.matrix;
    const web::Wording& in = subject.in;
    const Labels::Plain plain{in.tr("yes"), in.tr("no"), in.tr("{least} to {most}")};
    Html rows;
    for (std::size_t variable = 0; variable < matrix.questions().size(); ++variable) {
        const Answer* answer = matrix.answer(variable, actor);
        const Variable& question = matrix.questions().at(variable);
        if (answer == nullptr) continue;
        auto kept = cells.find({matrix.actors()[actor].key, question.key});
        rows += tr(td(Labels::shipped().question(question, in.code())),
                   td(bdi(Labels::shipped().answer(question, *answer, in.code(), plain))),
                   td(strength_in(matrix.cell(variable, actor).strength, in)),
                   td(bdi(kept == cells.end() ? std::string() : places.of(kept->second))));
    }
    return rows;
}

} // namespace

std::string export_name(const ExportSubject& subject, const PositionActor& actor) {
    if (actor.kind != ActorKind::state) return actor.name;
    return std::string(subject.states.display_name(
        actor.code, members::parse_language(subject.in.code()).value_or(members::Language::en)));
}

Html positions_annex(const ExportSubject& subject) {
    const Matrix& matrix = subject.standing.matrix;
    const web::Wording& in = subject.in;
    const PositionsByCell cells = positions_by_cell(subject);
    Places places(subject.session);
    Html annex;
    for (std::size_t actor = 0; actor < matrix.actors().size(); ++actor) {
        Html rows = rows_of(subject, actor, cells, places);
        if (rows.empty()) continue;
        const PositionActor& who = matrix.actors()[actor];
        std::string title = export_name(subject, who);
        if (who.kind != ActorKind::state) title += " – " + std::string(in.tr("not counted among States"));
        annex += h3(id("positions-" + who.code), title);
        annex += table(thead(tr(th(scope("col"), in.tr("Question")), th(scope("col"), in.tr("Answer")),
                                th(scope("col"), in.tr("How firmly")),
                                th(scope("col"), in.tr("Document and paragraph")))),
                       tbody(rows));
    }
    return annex;
}

} // namespace poa::views
