// SPDX-License-Identifier: Apache-2.0
#include "corpus.hpp"

#include "base/json_value.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace poa::documents::test {

std::string shared_file(const std::string& path) {
    const char* named = std::getenv("POA_SHARED");
    std::string folder = named ? named : std::string(POA_SOURCE_DIR) + "/../shared";
    std::ifstream file(folder + "/" + path, std::ios::binary);
    if (!file)
        throw std::runtime_error("the papers are needed for this test: no " + folder + "/" + path +
                                 " (set POA_SHARED)");
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

const ActorNames& names() {
    static const ActorNames all = [] {
        ActorNames names;
        auto members = parse_json(shared_file("mission/members.json"));
        for (const auto& member : members.value().as_array()) {
            const auto& object = member.as_object();
            for (const char* name : {"short_en", "m49name_en", "formal_en"})
                if (const auto* text = object.if_contains(name); text && text->is_string())
                    names.add_state(std::string(object.at("iso3").as_string()),
                                    std::string(text->as_string()));
        }
        names.add_organisation("cyberpeace-institute", "CyberPeace Institute");
        names.add_organisation("multistakeholder", "Multistakeholder");
        return names;
    }();
    return all;
}

ParsedDocument parse(const std::string& text, const ImportHints& hints) {
    auto parsed = parse_document(text, hints, names());
    if (!parsed) throw std::runtime_error("refused: " + parsed.error().reasons.front().code);
    return std::move(*parsed);
}

ParsedDocument parse_seed(const std::string& file) {
    ImportHints hints;
    hints.file_name = file;
    return parse(shared_file("mission/seeds/" + file), hints);
}

const ParsedDocument& report() {
    static const ParsedDocument parsed = parse_seed("a-78-76.txt");
    return parsed;
}

const Passage* find(const ParsedDocument& document, const std::string& anchor) {
    for (const Passage& passage : document.passages)
        if (passage.anchor == anchor) return &passage;
    return nullptr;
}

std::string text_of(const ParsedDocument& document, const std::string& anchor) {
    const Passage* passage = find(document, anchor);
    if (!passage) throw std::runtime_error("no passage " + anchor);
    return passage->text;
}

} // namespace poa::documents::test
