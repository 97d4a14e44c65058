// SPDX-License-Identifier: Apache-2.0
#include "app/file_bytes.hpp"
#include "app/instance.hpp"
#include "app/refusing.hpp"
#include "app/verbs.hpp"
#include "base/reference.hpp"
#include "capabilities/acquis/module.hpp"

#include <iostream>

namespace poa::app {
namespace {

int refused(const std::filesystem::path& file, const Refusal& refusal) {
    web::Routes routes;
    acquis::add_sentences(routes); // a refusal reads the same here as on a page
    std::cerr << file.string() << ": not taken in\n";
    print_reasons(refusal, routes.sentences(), "  ");
    return 1;
}

std::string counts_of(const acquis::Registered& done) {
    return fmt::format("{} instruments, {} items new, {} items developed, {} practical actions",
                       done.instruments, done.items_added, done.items_revised, done.checklists);
}

} // namespace

int import_framework(const Settings& settings, const std::filesystem::path& file) {
    Instance instance(settings);
    auto done = instance.work([text = bytes_of_file(file)](ledger::Work& work) {
        return acquis::register_instrument(work, identity::Actor::operator_(), {text});
    });
    if (!done) return refused(file, done.error());
    sequence(instance);
    std::cout << file.filename().string() << ": "
              << (done->changed ? counts_of(*done) : std::string("registered before"))
              << fmt::format("; the framework has version {}\n", done->version);
    return 0;
}

int check_framework(const std::filesystem::path& file) {
    auto done = acquis::check_registration(reference_file("acquis.json"), bytes_of_file(file));
    if (!done) return refused(file, done.error());
    std::cout << file.filename().string() << ": in order; it would add " << counts_of(*done) << "\n";
    return 0;
}

} // namespace poa::app
