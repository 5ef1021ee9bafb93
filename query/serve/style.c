/* style.c - the style sheet, taken into the program by the assembler. */
#include "page.h"

__asm__(".section .rodata\n"
	".global kt_serve_style\n.hidden kt_serve_style\nkt_serve_style:\n"
	".incbin \"query/serve/style.css\"\n"
	".global kt_serve_style_end\n.hidden kt_serve_style_end\nkt_serve_style_end:\n"
	".previous\n");
extern const char kt_serve_style[], kt_serve_style_end[];

kt_str style_sheet(void)
{
	return (kt_str) { kt_serve_style, (size_t)(kt_serve_style_end - kt_serve_style) };
}
