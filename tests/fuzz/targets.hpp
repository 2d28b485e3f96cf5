// The parsers of text that are fuzzed, one function each. A function takes any bytes, calls the parser, and ends the
// program by fail() where a law of it is broken; an Error of kind input is a good answer.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "engine/core/error.hpp"

namespace redline::fuzz {

[[noreturn]] inline void fail(char const* law) {
  std::fprintf(stderr, "law broken: %s\n", law);
  std::abort();
}
inline void hold(bool law, char const* name) {
  if (!law) fail(name);
}

// Runs `parse`; true where it came to its end.
template <class Parse>
bool accepted(Parse const& parse) {
  try {
    parse();
    return true;
  } catch (Error const& e) {
    if (e.kind() != ErrorKind::input) fail(e.what());
  }
  return false;
}

void baopan(std::string_view bytes);
void region_string(std::string_view bytes);
void printed_list(std::string_view bytes);
void corners(std::string_view bytes);
void numbers(std::string_view bytes);
void dates(std::string_view bytes);
void decisions(std::string_view bytes);
void rules(std::string_view bytes);

struct Target {
  std::string_view name;
  void (*run)(std::string_view);
};
inline constexpr std::array<Target, 8> TARGETS{{{"baopan", baopan},
                                                {"region_string", region_string},
                                                {"printed_list", printed_list},
                                                {"corners", corners},
                                                {"numbers", numbers},
                                                {"dates", dates},
                                                {"decisions", decisions},
                                                {"rules", rules}}};

}  // namespace redline::fuzz
