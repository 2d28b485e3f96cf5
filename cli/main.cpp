// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <new>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/help_pages.hpp"
#include "cli/usage_error.hpp"
#include "engine/core/error.hpp"
#include "engine/core/interrupt.hpp"
#include "layers/gdal/session.hpp"
#include "layers/read/place.hpp"

using namespace redline;

namespace {

void on_signal(int) { request_interrupt(); }

void catch_signals() {
  struct sigaction action {};
  action.sa_handler = on_signal;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  struct sigaction ignore {};
  ignore.sa_handler = SIG_IGN;
  sigaction(SIGXFSZ, &ignore, nullptr);  // a full quota becomes a failed write, not a death
}

int fail(std::string const& text, int status) {
  std::cerr << "redline: " << text << '\n';
  return status;
}

// What a command prints is a result, too: a full disk behind standard output is told, not passed over.
int said(int status, Language language) {
  if (std::cout.flush()) return status;
  return fail(render("cli.stdout", language), 4);
}

int run(int argc, char** argv) {
  auto const language = cli::language_of(argc, argv);
  CLI::App app;
  cli::Common common;
  common.language = language;
  auto commands = cli::all_commands();
  cli::declare(app, common, commands);
  std::vector<std::string> const arguments(argv + 1, argv + argc);
  try {
    if (arguments.size() == 2 && arguments[0] == "--help-docs") return cli::write_help_pages(arguments[1]), 0;
    app.parse(argc, argv);
    GdalSession const session;
    for (auto const& c : commands)
      if (app.got_subcommand(c->name())) return said(c->run(common), language);
    return 2;
  } catch (CLI::ParseError const& e) {
    if (e.get_exit_code() == 0) return app.exit(e, std::cout, std::cerr);
    return fail(without_password(cli::describe(e, app, arguments, language)) + "\n" + render("cli.see_help", language),
                2);
  } catch (Error const& e) {
    return fail(e.text(language), e.exit_status());
  } catch (std::bad_alloc const&) {
    return fail(render("cli.out_of_memory", language), 5);
  } catch (std::exception const& e) {
    return fail(render(Message{"cli.internal", {e.what()}}, language), 5);
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    catch_signals();
    return run(argc, argv);
  } catch (...) {  // before the texts could be read
    std::cerr << "redline: internal error\n";
    return 5;
  }
}
