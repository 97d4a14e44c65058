// SPDX-License-Identifier: Apache-2.0
#include "app/file_bytes.hpp"
#include "app/instance.hpp"
#include "app/refusing.hpp"
#include "app/verbs.hpp"
#include "base/json_value.hpp"
#include "capabilities/members/members.hpp"
#include "capabilities/views/module_export.hpp"

#include <boost/json/object.hpp>

#include <fstream>
#include <iostream>

namespace poa::app {
namespace {

/// What a file holds is told by what is in it: positions, claims or bands.
enum class Holds { positions, claims, bands };
Holds what_it_holds(const std::string& text) {
    auto parsed = parse_json(text);
    const boost::json::object* root = parsed ? parsed->if_object() : nullptr;
    if (root != nullptr && !root->contains("positions")) {
        if (root->contains("claims")) return Holds::claims;
        if (root->contains("bands")) return Holds::bands;
    }
    return Holds::positions;
}

void print_cells(std::string_view what, const std::vector<views::CellNotice>& cells) {
    if (cells.empty()) return;
    std::cout << "  " << cells.size() << " " << what << ":\n";
    for (const views::CellNotice& cell : cells)
        std::cout << "    " << cell.actor << " " << cell.variable << ": \"" << cell.quote << "\"\n";
}

class ViewsImport {
  public:
    ViewsImport(const Settings& settings, const ViewsWish& wish) : instance_(settings), wish_(wish) {
        instance_.database().read([&](storage::Session& session) { states_.refresh(session); });
        views::add_sentences(routes_); // a refusal reads the same here as on a page
    }

    int run() {
        int refused = 0;
        for (const std::filesystem::path& file : wish_.files) refused += !take_in(file);
        sequence(instance_);
        return refused == 0 ? 0 : 1;
    }

  private:
    bool take_in(const std::filesystem::path& file) {
        const std::string text = bytes_of_file(file);
        switch (what_it_holds(text)) {
        case Holds::positions:
            return take_positions(file, text);
        case Holds::claims:
            return take_reference(file, "claims", [&](ledger::Work& work) {
                return views::keep_claims(work, identity::Actor::operator_(), text);
            });
        case Holds::bands:
            return take_reference(file, "bands", [&](ledger::Work& work) {
                return views::keep_bands(work, identity::Actor::operator_(), text);
            });
        }
        return false;
    }
    bool refused(const std::filesystem::path& file, const Refusal& refusal) {
        std::cerr << file.string() << ": not taken in\n";
        print_reasons(refusal, routes_.sentences(), "  ");
        return false;
    }
    bool take_positions(const std::filesystem::path& file, const std::string& text) {
        auto parsed = views::parse_positions(text);
        if (!parsed) return refused(file, parsed.error());
        views::ImportPositions request{std::move(*parsed), wish_.coder, sha256(text)};
        auto done = instance_.work([&](ledger::Work& work) {
            return views::import_positions(work, identity::Actor::operator_(), *states_.now(), request);
        });
        if (!done) return refused(file, done.error());
        std::cout << file.filename().string() << ": " << done->cells << " cells of "
                  << request.file.actors.size() << " actors on " << request.file.variables.size()
                  << " questions: " << done->added << " new, " << done->changed << " changed, "
                  << done->unchanged << " as before, " << done->second_readings << " second readings\n";
        std::cout << "  " << done->cells - done->not_located.size()
                  << " tied to the passage of their phrase\n";
        print_cells("whose phrase stands in no paper of that actor on the record", done->not_located);
        print_cells("read otherwise by another coder, whose reading stands until it is resolved",
                    done->disagreeing);
        print_cells("that this coder read before and the file no longer has: they stand", done->no_longer);
        print_cells("left alone, since the actor itself has corrected or withdrawn them", done->own_word);
        return true;
    }
    template <class F> bool take_reference(const std::filesystem::path& file, const char* what, F act) {
        auto done = instance_.work(act);
        if (!done) return refused(file, done.error());
        std::cout << file.filename().string() << ": " << done->count << " " << what << ", version "
                  << done->version << (done->unchanged ? ", as before\n" : "\n");
        return true;
    }

    Instance instance_;
    const ViewsWish& wish_;
    members::CurrentRegister states_;
    web::Routes routes_;
};

std::shared_ptr<const views::Standing> standing_of(Instance& instance) {
    auto standing =
        instance.database().read([](storage::Session& session) { return views::read_standing(session); });
    if (standing->is_empty())
        throw MachineFailure("No positions are on the record yet. First: poa views import --data DIR FILE");
    return standing;
}

/// Codes to places; a code that is nobody's is the caller's mistake.
std::vector<std::size_t> places_of(const views::Matrix& matrix, const std::vector<std::string>& codes) {
    std::vector<std::size_t> places;
    for (const std::string& code : codes) {
        auto place = matrix.find_code(code);
        if (!place) throw MachineFailure(fmt::format("{} holds no positions here", code));
        places.push_back(*place);
    }
    return places;
}

void print_summary(const views::Standing& standing, const std::string& language) {
    std::string section;
    for (std::size_t i = 0; i < standing.claims->claims.size(); ++i) {
        const views::Claim& claim = standing.claims->claims[i];
        const views::ClaimTally& tally = standing.summary.of(i);
        if (claim.section != std::exchange(section, claim.section))
            std::cout << (i == 0 ? "" : "\n") << claim.section << "\n";
        const auto word = standing.bands->word(tally.count(standing.bands->basis()));
        std::cout << "  " << claim.id << "  "
                  << views::sentence_of(views::summary_words(), claim, word, language) << " (" << tally.strict
                  << " firm or conditional, " << tally.loose << " with inferred";
        if (claim.parts.size() > 1) std::cout << ", " << tally.whole << " of them all parts";
        std::cout << ")\n";
    }
}

void print_fit(const views::Standing& standing) {
    std::cout << "claim  published word            strict  loose  fit\n";
    for (std::size_t i = 0; i < standing.claims->claims.size(); ++i) {
        const views::Claim& claim = standing.claims->claims[i];
        const views::ClaimTally& tally = standing.summary.of(i);
        std::cout << fmt::format("{:<6} {:<25} {:>6} {:>6}  {}\n", claim.id, claim.published_quantifier,
                                 tally.strict, tally.loose,
                                 name_of(views::fit_of(claim, tally, *standing.bands)));
    }
}

void print_side_by_side(const views::Matrix& matrix, const std::vector<std::size_t>& actors) {
    for (std::size_t variable = 0; variable < matrix.questions().size(); ++variable) {
        bool any = false;
        for (std::size_t actor : actors) any = any || matrix.answer(variable, actor) != nullptr;
        if (!any) continue;
        std::cout << matrix.questions().at(variable).key << "\n";
        for (std::size_t actor : actors) {
            const views::Answer* answer = matrix.answer(variable, actor);
            std::cout << "  " << matrix.actors()[actor].code << "  ";
            if (answer == nullptr)
                std::cout << "no answer read\n";
            else
                std::cout << views::text_of(*answer) << " (" << name_of(matrix.cell(variable, actor).strength)
                          << ")\n";
        }
    }
}

/// The summary as a document, in the file asked for or on standard output.
int write_summary(Instance& instance, views::ExportFormat format, const ViewsWish& wish) {
    const web::Wording& in = web::Wording::in(web::parse_language(wish.language).value_or(web::Language::en));
    members::CurrentRegister states;
    auto made = instance.database().read([&](storage::Session& session) {
        states.refresh(session);
        auto standing = views::read_standing(session);
        return views::export_summary(
            {session, *standing, *states.now(), in, instance.clock().now(), instance.settings().public_url},
            format);
    });
    if (!made) {
        web::Routes routes;
        views::add_sentences(routes);
        print_reasons(made.error(), routes.sentences(), "");
        return 1;
    }
    if (wish.to.empty()) return std::cout << *made << std::flush ? 0 : 1;
    std::ofstream file(wish.to, std::ios::binary);
    if (!(file << *made).flush()) throw MachineFailure(fmt::format("{} cannot be written", wish.to.string()));
    return 0;
}

} // namespace

int import_views(const Settings& settings, const ViewsWish& wish) {
    return ViewsImport(settings, wish).run();
}

int print_matrix(const Settings& settings, const ViewsWish& wish) {
    Instance instance(settings);
    auto standing = standing_of(instance);
    views::MatrixPart part = views::whole(standing->matrix);
    if (!wish.states.empty()) part.actors = places_of(standing->matrix, wish.states);
    if (wish.format == "json")
        std::cout << views::matrix_json(standing->matrix, part) << "\n";
    else if (wish.format == "sdmx-csv")
        std::cout << views::matrix_sdmx_csv(standing->matrix, part);
    else
        std::cout << views::matrix_csv(standing->matrix, part);
    return 0;
}

int print_views_summary(const Settings& settings, const ViewsWish& wish) {
    Instance instance(settings);
    auto standing = standing_of(instance);
    if (auto format = views::parse_export_format(wish.format)) return write_summary(instance, *format, wish);
    if (wish.format == "json")
        std::cout << views::summary_json(*standing, wish.language) << "\n";
    else
        print_summary(*standing, wish.language);
    return 0;
}

int refit_bands(const Settings& settings, const ViewsWish& wish) {
    Instance instance(settings);
    auto standing = standing_of(instance);
    const auto basis = views::parse_count_basis(wish.basis).value_or(views::CountBasis::strict);
    std::vector<views::WordExample> examples = views::published_examples(*standing, basis);
    if (!wish.files.empty()) {
        auto given = views::parse_examples(bytes_of_file(wish.files.front()));
        if (!given) {
            web::Routes routes;
            views::add_sentences(routes);
            print_reasons(given.error(), routes.sentences(), "");
            return 1;
        }
        examples = std::move(*given);
    }
    const int states = static_cast<int>(standing->matrix.states());
    if (states + 1 < static_cast<int>(views::quantifier_order().size()))
        throw MachineFailure("Too few States hold positions for bands to be fitted to them.");
    const views::Refitted fitted = views::refit(views::quantifier_order(), states, examples);
    std::cout << views::write_bands({standing->bands->version() + 1, basis, states, fitted.bands}) << "\n";
    std::cerr << fitted.fitting << " of " << fitted.examples << " examples fit.\n";
    for (const views::Inseparable& pair : fitted.inseparable)
        std::cerr << "\"" << pair.more << "\" and \"" << pair.fewer
                  << "\" are not separated: wherever the line is drawn, " << pair.wrong << " of " << pair.both
                  << " examples lie on its wrong side.\n";
    for (const std::string& word : fitted.left_out) std::cerr << "\"" << word << "\" has no example.\n";
    return 0;
}

int compare_views(const Settings& settings, const ViewsWish& wish) {
    Instance instance(settings);
    auto standing = standing_of(instance);
    if (wish.states.empty())
        wish.format == "json" ? void(std::cout << views::summary_json(*standing, wish.language) << "\n")
                              : print_fit(*standing);
    else if (wish.format == "json")
        std::cout << views::matrix_json(standing->matrix, {places_of(standing->matrix, wish.states),
                                                           views::whole(standing->matrix).variables})
                  << "\n";
    else
        print_side_by_side(standing->matrix, places_of(standing->matrix, wish.states));
    return 0;
}

} // namespace poa::app
