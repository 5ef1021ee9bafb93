/* wire.h - what a worker and the process that started it say to each other. */
#ifndef KARTOTEKA_INGEST_WIRE_H
#define KARTOTEKA_INGEST_WIRE_H

#include "kartoteka/ingest.h"

typedef enum wire_kind {
	WIRE_EVENT, /* code: kt_ingest_event */
	WIRE_LANGUAGES, /* bytes: an array of kt_language, ended by "" */
	WIRE_FAILED, /* code: kt_status; bytes: the message */
	WIRE_DONE
} wire_kind;

typedef struct wire_head {
	wire_kind kind;
	int code;
	int has_bytes; /* told apart from bytes that are none: a message may be NULL */
	uint32_t length; /* of the bytes that follow */
	kt_ingest_counts counts; /* of the worker, since it started */
} wire_head;

/* 0 when the other end is gone. */
int wire_send(int fd, wire_head head, const void *bytes, size_t length);
/* Bytes are put into the buffer, which ends them by NUL.  0 when the other end is gone. */
int wire_receive(int fd, wire_head *head, kt_buf *bytes);

#endif
