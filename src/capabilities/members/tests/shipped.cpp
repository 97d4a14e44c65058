// SPDX-License-Identifier: Apache-2.0
#include "capabilities/members/tests/shipped.hpp"

#include <fstream>
#include <sstream>

namespace poa::members::test {
namespace {

std::string read(const char* name) {
    std::ifstream file(std::string(POA_SOURCE_DIR "/data/") + name);
    if (!file) throw std::runtime_error(std::string("data/") + name + " is missing");
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

} // namespace

const std::string& shipped_members() {
    static const std::string text = read("members.json");
    return text;
}

const std::string& shipped_organisations() {
    static const std::string text = read("organisations.json");
    return text;
}

const Register& shipped_register() {
    static const Register made(parse_reference(shipped()).value(), Sha256{});
    return made;
}

} // namespace poa::members::test
