// SPDX-License-Identifier: Apache-2.0
#include "app/file_bytes.hpp"
#include "app/instance.hpp"
#include "app/refusing.hpp"
#include "app/verbs.hpp"
#include "base/text.hpp"
#include "capabilities/documents/module.hpp"
#include "capabilities/members/members.hpp"

#include <chrono>
#include <iostream>

namespace poa::app {
namespace {

std::vector<std::filesystem::path> files_of(const std::vector<std::filesystem::path>& paths) {
    std::vector<std::filesystem::path> files;
    for (const auto& path : paths) {
        if (std::filesystem::is_directory(path)) {
            std::vector<std::filesystem::path> inside;
            for (const auto& entry : std::filesystem::directory_iterator(path))
                if (entry.is_regular_file() && !entry.path().filename().string().starts_with("."))
                    inside.push_back(entry.path());
            std::sort(inside.begin(), inside.end());
            files.insert(files.end(), inside.begin(), inside.end());
        } else if (std::filesystem::is_regular_file(path)) {
            files.push_back(path);
        } else {
            throw MachineFailure(fmt::format("There is no file {}", path.string()));
        }
    }
    return files;
}

void print_refusal(const std::filesystem::path& file, const Refusal& refusal,
                   const web::Sentences& sentences) {
    std::cerr << file.string() << ": not taken in\n";
    print_reasons(refusal, sentences, "  ");
}

void print_recognised(const std::filesystem::path& file, const documents::ImportDocument& prepared) {
    const auto& parsed = prepared.parsed;
    std::cout << file.filename().string() << ": " << (parsed.symbol ? parsed.symbol->text() + ", " : "")
              << parsed.kind;
    if (parsed.date) std::cout << " of " << parsed.date->iso();
    if (!parsed.submitted_by_name.empty()) std::cout << ", submitted by " << parsed.submitted_by_name;
    std::cout << ": " << parsed.passages.size() << " passages, " << parsed.replies.size() << " replies, "
              << parsed.left_over.size() << " lines left over, " << parsed.remarks.size() << " remarks\n";
}

struct Importer {
    Instance& instance;
    const ImportWish& wish;
    documents::ActorNames names;
    Audience audience;
    const web::Sentences& sentences;

    void refuse_file(const std::filesystem::path& file, const Refusal& refusal) const {
        print_refusal(file, refusal, sentences);
        if (refusal.has("documents.already_there"))
            std::cerr << "  To take it in as a new version: poa import --new-version " << file.string()
                      << "\n";
    }

    bool take_in(const std::filesystem::path& file) {
        std::string bytes = bytes_of_file(file);
        documents::ImportHints hints;
        hints.file_name = file.filename().string();
        hints.language = documents::parse_language_code(wish.language);
        auto prepared = documents::prepare_import({bytes, hints.file_name, ""}, hints, names,
                                                  wish.dry_run ? nullptr : &instance.files());
        if (!prepared) return print_refusal(file, prepared.error(), sentences), false;
        print_recognised(file, *prepared);
        if (wish.dry_run) return true;
        prepared->audience = audience;
        prepared->new_version = wish.new_version;
        documents::By by{"operator", 0, true};
        auto done = instance.work(
            [&](ledger::Work& work) { return documents::import_document(work, by, *prepared); });
        if (!done) return refuse_file(file, done.error()), false;
        if (done->unchanged)
            std::cout << "  unchanged: version " << done->number << " of " << done->slug
                      << " has the same bytes\n";
        else
            std::cout << "  /documents/" << done->slug << ", version " << done->number << "\n";
        for (const auto& repetition : done->repetitions)
            std::cout << "  repeats another text: " << static_cast<int>(repetition.shared * 100)
                      << " % (comparison " << repetition.id.number << ")\n";
        return true;
    }
};

} // namespace

int import(const Settings& settings, const ImportWish& wish) {
    auto audience = parse_audience(wish.audience);
    if (!audience || (*audience != Audience::everyone && *audience != Audience::member_states))
        throw MachineFailure("--audience: public or member_states");
    if (!wish.language.empty() && !documents::parse_language_code(wish.language))
        throw MachineFailure("--language: one of ar, zh, en, fr, ru, es");
    auto files = files_of(wish.paths);
    Instance instance(settings);
    members::CurrentRegister states;
    instance.database().read([&](storage::Session& session) { states.refresh(session); });
    web::Routes routes; // for their sentences: a refusal reads the same here as on a page
    documents::add_routes(routes, {instance.database(), instance.clock(), instance.files(), states});
    Importer importer{instance, wish, documents::actor_names(*states.now()), *audience, routes.sentences()};
    int refused = 0;
    for (const auto& file : files) refused += !importer.take_in(file);
    if (!wish.dry_run) sequence(instance);
    if (refused > 0) std::cerr << refused << " of " << files.size() << " files were not taken in.\n";
    return refused == 0 ? 0 : 1;
}

int rebuild_search(const Settings& settings) {
    Instance instance(settings);
    std::int64_t passages = documents::rebuild_search(instance.database(), instance.clock());
    std::cout << passages << " passages indexed anew.\n";
    return 0;
}

} // namespace poa::app
